try:
    {}['k']
except KeyError:
    undefined_name
