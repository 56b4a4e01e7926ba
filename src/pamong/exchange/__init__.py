"""Files in and out: SIASN's layouts and any other; a row becomes a record, or doubts with places.

Nothing is dropped and nothing guessed: records and doubtful rows add up to the rows of the files.
"""
