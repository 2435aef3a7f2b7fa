"""The terminal: its environment, input, output, signals, clipboard, and the programs that share it."""
