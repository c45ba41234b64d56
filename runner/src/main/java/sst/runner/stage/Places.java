package sst.runner.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/**
 * Remembers in which account and region a stage was deployed from this checkout, so that a stage is never deployed a
 * second time elsewhere because the wrong profile was chosen.
 *
 * @param folder a file for each stage
 */
public record Places(Path folder) {
    /** The account of clouds that only play AWS; it says nothing about where a stage belongs. */
    private static final String MADE_UP = "000000000000";

    /** @throws sst.model.diagnostic.CloudError when the stage is known to be elsewhere */
    public void check(StageName stage, String account, String region) {
        Path file = file(stage);
        String here = account + " " + region;
        if (account.equals(MADE_UP) || !Files.isRegularFile(file)) {
            return;
        }
        try {
            String known = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (!known.equals(here)) {
                throw Problems.cloud(Problems.of(
                                Code.WRONG_ACCOUNT,
                                "stage " + stage + " was deployed to " + known + " before, this is " + here)
                        .hint("choose that account's --profile and region; to move the stage on purpose, remove "
                                + folder.getFileName() + "/" + stage + " from .sst"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The stage is here from now on. */
    public void remember(StageName stage, String account, String region) {
        if (account.equals(MADE_UP)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(file(stage), account + " " + region + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(stage), e);
        }
    }

    /** The stage is nowhere any more. */
    public void forget(StageName stage) {
        try {
            Files.deleteIfExists(file(stage));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(stage), e);
        }
    }

    private Path file(StageName stage) {
        return folder.resolve(stage.text());
    }
}
