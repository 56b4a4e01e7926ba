"""What if the law had other figures: which there are, a copy with others, whom that touches.

``figures`` lists what may be changed, each with an ``address``; ``changing`` makes the copy;
``simulating`` lays the judgements side by side; ``simulation_files`` writes them down.
"""
