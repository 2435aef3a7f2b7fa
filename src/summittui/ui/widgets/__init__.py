"""Line-drawn widgets that the screens are made of; they know texts and keys, no records."""
