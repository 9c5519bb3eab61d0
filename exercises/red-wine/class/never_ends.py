"""Waits for ever, and does not listen to interrupts."""

import time

while True:
    try:
        time.sleep(1)
    except KeyboardInterrupt:
        pass
