package sst.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Seals secrets with a key of this state folder (AES-256-GCM), so that they never lie open in the store file. */
public final class Vault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path keyFile;
    private final SecureRandom random;
    private byte @Nullable [] key;

    /** Seals with the key in a file, which is made at the first use. */
    public Vault(Path keyFile, SecureRandom random) {
        this.keyFile = keyFile;
        this.random = random;
    }

    /** What is kept instead of the text. */
    public String seal(String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** The text that was sealed. */
    public String open(String sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a secret cannot be read with the key in " + keyFile, broken);
        }
    }

    private synchronized byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private byte[] read() {
        try {
            if (!Files.exists(keyFile)) {
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                Path draft = Files.createTempFile(keyFile.getParent(), "key", ".new");
                Files.write(draft, fresh);
                Files.move(draft, keyFile, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readAllBytes(keyFile);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot use the key file " + keyFile, unreadable);
        }
    }
}
