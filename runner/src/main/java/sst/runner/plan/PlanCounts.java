package sst.runner.plan;

import java.util.List;
import sst.runner.plan.change.Change;
import sst.runner.plan.change.Replacement;

/** A plan in four numbers of resources. */
public record PlanCounts(int add, int change, int replace, int destroy) {
    static PlanCounts of(List<Change> changes) {
        int add = 0;
        int change = 0;
        int replace = 0;
        int destroy = 0;
        for (Change one : changes) {
            switch (one.action()) {
                case ADD -> add++;
                case REMOVE -> destroy++;
                case CHANGE -> {
                    if (one.replacement() == Replacement.YES) {
                        replace++;
                    } else {
                        change++;
                    }
                }
            }
        }
        return new PlanCounts(add, change, replace, destroy);
    }
}
