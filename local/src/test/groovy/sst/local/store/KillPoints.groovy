package sst.local.store

import static groovy.io.FileType.FILES

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicBoolean

/** A state folder that is copied at every point of a call where a kill could cut it: where another caller's commit may write. */
class KillPoints {
    final List<Path> copies = [].asSynchronized()
    private final Path state
    private final Path into
    private final AtomicBoolean isCopying = new AtomicBoolean()
    private DurableStore store

    KillPoints(Path state, Path into) {
        this.state = state
        this.into = into
    }

    DurableStore open() {
        store = DurableStore.open(state) { moment() }
    }

    void watch() {
        isCopying.set(true)
    }

    void rest() {
        isCopying.set(false)
        moment(true)
    }

    private synchronized void moment(boolean isLast = isCopying.get()) {
        if (isLast) {
            store.commit()
            def copy = into.resolve(copies.size().toString())
            state.toFile().eachFileRecurse(FILES) {
                def target = copy.resolve(state.relativize(it.toPath()))
                Files.createDirectories(target.parent)
                Files.copy(it.toPath(), target)
            }
            copies << copy
        }
    }
}
