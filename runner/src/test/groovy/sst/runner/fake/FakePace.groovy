package sst.runner.fake

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import sst.runner.deploy.pace.Pace

/** Time that passes only when somebody waits. */
class FakePace implements Pace {
    Instant now = Instant.parse('2026-01-01T00:00:00Z')
    Closure<Void> onPause = { }

    @Override
    Clock clock() {
        new Clock() {
            @Override
            Instant instant() { FakePace.this.now }

            @Override
            ZoneOffset getZone() { ZoneOffset.UTC }

            @Override
            Clock withZone(java.time.ZoneId zone) { this }
        }
    }

    @Override
    void pause(Duration duration) {
        now = now + (duration.isZero() ? Duration.ofMillis(1) : duration)
        onPause.call()
    }
}
