package sst.runner.aws;

/** Container images in ECR repositories. */
public interface ImagePort {
    /** Whether the repository has an image of that tag. */
    boolean has(String repository, String tag);

    /** A login to the account's registry, good for twelve hours. */
    Login login();

    /**
     * What {@code docker login} takes.
     *
     * @param registry host name, such as {@code 123456789012.dkr.ecr.eu-west-1.amazonaws.com}
     */
    record Login(String registry, String user, String password) {
        @Override
        public String toString() {
            return user + "@" + registry;
        }
    }
}
