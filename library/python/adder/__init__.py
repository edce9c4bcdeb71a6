"""What Adder offers beyond Python's own library. `adder.machine`: the computer this runs on."""
