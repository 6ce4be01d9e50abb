"""What people do with all this: use cases, the pipeline, batches and the command line."""
