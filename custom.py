import sys
sys.excepthook = lambda t, v, tb: print('hook', t, v)
raise KeyError('k')
