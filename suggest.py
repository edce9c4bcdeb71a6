import sys
sys.exti()
