package notes.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatsTest {

    @Test
    void countsWordsAndCharacters() {
        assertEquals(new Stats(2, 3, 12, 8), Stats.of(List.of(" a  bcd ", "efg\u00e9")));
    }

    @Test
    void anEmojiIsOneCharacter() {
        assertEquals(1, Stats.of(List.of("\ud83d\ude00")).characters());
    }

    @Test
    void noNotesAreAllZero() {
        assertEquals("{\"notes\":0,\"words\":0,\"characters\":0,\"longest\":0}", Stats.of(List.of()).toJson());
    }
}
