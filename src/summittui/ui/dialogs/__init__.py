"""Modal screens: questions, forms, pickers, the palette, the help."""
