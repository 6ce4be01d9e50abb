"""What a server or a run tells those who watch over it: numbers, spans and log lines, and never whom they are about.

Everything told comes from closed sets: names of templates, channels, engines, routes and outcomes, counts and times.
"""
