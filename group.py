raise ExceptionGroup('g', [ValueError('a'), TypeError('b')])
