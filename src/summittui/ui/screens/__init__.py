"""The full screens, and the parts that screens are composed of."""
