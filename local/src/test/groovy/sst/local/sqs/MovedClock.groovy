package sst.local.sqs

import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** A clock that a test moves. */
class MovedClock extends Clock {
    private volatile Instant now = Instant.parse('2026-01-01T00:00:00Z')

    void forward(int seconds) {
        now = now.plusSeconds(seconds)
    }

    @Override
    ZoneId getZone() {
        ZoneOffset.UTC
    }

    @Override
    Clock withZone(ZoneId zone) {
        this
    }

    @Override
    Instant instant() {
        now
    }
}
