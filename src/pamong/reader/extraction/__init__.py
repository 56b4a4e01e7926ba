"""PDF and DOCX become text, in a process of their own with bounds on memory and time.

The libraries that open them are large, and the files come from anywhere: a text that needs neither
never loads them, and a file that blows up or never ends takes only that process with it
(docs/adr/0050).
"""
