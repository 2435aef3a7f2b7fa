"""Services that the app owns, an object each: session, navigation, copying, theme, first and last frame."""
