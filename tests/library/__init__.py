"""Tests of the questions that the library answers."""
