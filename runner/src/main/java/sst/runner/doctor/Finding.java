package sst.runner.doctor;

/**
 * One thing that was looked at.
 *
 * @param good whether it will do
 * @param needed whether sst cannot work without it
 * @param hint what to do when it will not do, else empty
 */
public record Finding(String subject, boolean good, boolean needed, String found, String hint) {
    public Finding {
        hint = good ? "" : hint;
    }
}
