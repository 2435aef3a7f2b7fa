"""The use-cases that both front ends call; a session owns one store and one library."""
