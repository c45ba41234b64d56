package notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void countsWordsAndCharacters() {
        assertEquals(new Figures(2, 3, 12, 8), Figures.of(List.of(" a  bcd ", "efg\u00e9")));
    }

    @Test
    void anEmojiIsOneCharacter() {
        assertEquals(1, Figures.characters("\ud83d\ude00"));
    }

    @Test
    void noNotesAreAllZero() {
        assertEquals(new Figures(0, 0, 0, 0), Figures.of(List.of()));
    }
}
