package sst.local.port;

import java.util.Optional;

/** Reads SSM parameters for templates ({@code AWS::SSM::Parameter::Value<…>}, {@code {{resolve:ssm:…}}}). */
public interface ParameterReader {
    /** The parameter's current value in that region; SecureString values come decrypted. */
    Optional<String> value(String region, String name);
}
