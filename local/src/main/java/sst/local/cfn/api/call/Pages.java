package sst.local.cfn.api.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Cuts long answers into pages; a token is the place where the next page begins. */
public record Pages(int size) {
    /** One page of a list. */
    public <T> List<T> page(List<T> all, Input input, ObjectNode answer) {
        int from = start(input, all.size());
        int to = Math.min(all.size(), from + size);
        if (to < all.size()) {
            answer.put("NextToken", String.valueOf(to));
        }
        return all.subList(from, to);
    }

    private static int start(Input input, int length) {
        String token = input.text("NextToken");
        if (token.isEmpty()) {
            return 0;
        }
        if (!token.matches("[0-9]{1,9}") || Integer.parseInt(token) > length) {
            throw Problems.invalid("The specified NextToken is invalid.");
        }
        return Integer.parseInt(token);
    }
}
