package sst.local.store

import java.nio.ByteBuffer
import java.nio.channels.FileChannel
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicReference
import java.util.concurrent.locks.LockSupport
import org.h2.mvstore.MVStore
import org.h2.store.fs.FileBase
import org.h2.store.fs.FilePath
import org.h2.store.fs.FilePathWrapper
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What a commit waits for. */
class GroupCommitSpec extends Specification {
    private static final long SECONDS = 60

    @TempDir
    Path folder

    @AutoCleanup('unregister')
    SlowFiles files = new SlowFiles()

    def 'a change that somebody else is writing is committed when that write is done, not before'() {
        given:
        FilePath.register(files)
        def file = new MVStore.Builder().fileName('slow:' + folder.resolve('state.db')).autoCommitDisabled().open()
        def commits = new GroupCommit(file, { })
        def map = file.openMap('m')
        map.put('first', '1')
        commits.commit()
        def begun = new CountDownLatch(1)
        def goOn = new CountDownLatch(1)
        SlowFiles.BEFORE_WRITE.set({
            begun.countDown()
            goOn.await(SECONDS, TimeUnit.SECONDS)
        })

        when:
        map.put('second', '2')
        def writer = Thread.start { commits.commit() }
        begun.await(SECONDS, TimeUnit.SECONDS)
        def other = Thread.start { commits.commit() }
        def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS)
        while (!(other.state in [Thread.State.WAITING, Thread.State.TERMINATED]) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000)
        }

        then:
        other.state == Thread.State.WAITING

        cleanup:
        SlowFiles.BEFORE_WRITE.set({ })
        goOn?.countDown()
        [writer, other]*.join(TimeUnit.SECONDS.toMillis(SECONDS))
        commits?.close()
    }

    def 'a change waits for a write that is under way, so that what it takes is of one moment'() {
        given:
        FilePath.register(files)
        def file = new MVStore.Builder().fileName('slow:' + folder.resolve('state.db')).autoCommitDisabled().open()
        def commits = new GroupCommit(file, { })
        def map = file.openMap('m')
        def begun = new CountDownLatch(1)
        def goOn = new CountDownLatch(1)
        SlowFiles.BEFORE_WRITE.set({
            begun.countDown()
            goOn.await(SECONDS, TimeUnit.SECONDS)
        })

        when:
        commits.whole { map.put('first', '1') }
        def writer = Thread.start { commits.commit() }
        begun.await(SECONDS, TimeUnit.SECONDS)
        def other = Thread.start { commits.whole { map.put('second', '2') } }
        def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS)
        while (!(other.state in [Thread.State.WAITING, Thread.State.TERMINATED]) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000)
        }

        then:
        other.state == Thread.State.WAITING
        !map.containsKey('second')

        cleanup:
        SlowFiles.BEFORE_WRITE.set({ })
        goOn?.countDown()
        [writer, other]*.join(TimeUnit.SECONDS.toMillis(SECONDS))
        commits?.close()
    }

    /** Files whose writes call somebody first; the store makes objects of this class by itself. */
    static class SlowFiles extends FilePathWrapper {
        static final AtomicReference<Runnable> BEFORE_WRITE = new AtomicReference<>({ })

        void unregister() {
            FilePath.unregister(this)
        }

        @Override
        String getScheme() {
            'slow'
        }

        @Override
        FileChannel open(String mode) {
            new SlowChannel(base.open(mode))
        }
    }

    static class SlowChannel extends FileBase {
        private final FileChannel base

        SlowChannel(FileChannel base) {
            this.base = base
        }

        @Override
        int write(ByteBuffer from, long at) {
            SlowFiles.BEFORE_WRITE.get().run()
            base.write(from, at)
        }

        @Override
        int write(ByteBuffer from) {
            SlowFiles.BEFORE_WRITE.get().run()
            base.write(from)
        }

        @Override
        int read(ByteBuffer into, long at) {
            base.read(into, at)
        }

        @Override
        int read(ByteBuffer into) {
            base.read(into)
        }

        @Override
        long size() {
            base.size()
        }

        @Override
        long position() {
            base.position()
        }

        @Override
        FileChannel position(long at) {
            base.position(at)
            this
        }

        @Override
        FileChannel truncate(long size) {
            base.truncate(size)
            this
        }

        @Override
        void force(boolean metaData) {
            base.force(metaData)
        }

        @Override
        java.nio.channels.FileLock tryLock(long at, long size, boolean shared) {
            base.tryLock(at, size, shared)
        }

        @Override
        protected void implCloseChannel() {
            base.close()
        }
    }
}
