"""What a server and a run tell those who watch over them."""
