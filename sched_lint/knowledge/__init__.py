"""What is known of torch and of the libraries around it, as data. Nothing in here imports torch or another package."""
