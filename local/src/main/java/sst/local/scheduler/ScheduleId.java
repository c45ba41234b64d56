package sst.local.scheduler;

import java.util.regex.Pattern;
import sst.local.wire.CallContext;

/** Which schedule: its region, group and name. */
record ScheduleId(String region, String group, String name) {
    static final String DEFAULT_GROUP = "default";
    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-_.]{1,64}");

    ScheduleId {
        requireName(name);
        group = group.isEmpty() ? DEFAULT_GROUP : group;
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw SchedulerFault.invalid("1 validation error detected: Value '" + name
                    + "' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern:"
                    + " ^[0-9a-zA-Z-_.]+$");
        }
    }

    String key() {
        return region + "/" + group + "/" + name;
    }

    static ScheduleId ofKey(String key) {
        String[] parts = key.split("/", -1);
        return new ScheduleId(parts[0], parts[1], parts[2]);
    }

    String arn() {
        return "arn:aws:scheduler:" + region + ":" + CallContext.ACCOUNT + ":schedule/" + group + "/" + name;
    }
}
