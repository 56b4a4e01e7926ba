from hypothesis import settings

# The first example of a test may read a data file; a slow machine is no defect.
settings.register_profile("kernel", deadline=None)
settings.load_profile("kernel")
