package sst.local.logs.subscription;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import sst.local.port.FunctionInvoker;
import sst.local.port.StreamAccess;
import sst.local.port.StreamWriter;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Where subscriptions can send events to: functions and Kinesis streams. */
public record Subscribers(FunctionInvoker functions, StreamAccess streams, StreamWriter writer) {
    private static final String FUNCTION = "arn:aws:lambda:";
    private static final String STREAM = "arn:aws:kinesis:";

    /** Refuses what is not there, or of another kind. */
    void require(String arn) {
        if (arn.startsWith(FUNCTION)) {
            if (!functions.exists(arn)) {
                throw invalid(
                        "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission"
                                + " to execute your function.");
            }
        } else if (arn.startsWith(STREAM)) {
            if (!streams.hasStream(arn)) {
                throw invalid("Could not deliver test message to specified Kinesis stream. Check if the given kinesis"
                        + " stream is in ACTIVE state.");
            }
        } else {
            throw invalid("sst local sends log events to Lambda functions and Kinesis streams only, not to " + arn);
        }
    }

    /** Sends a compressed batch: as it is into a stream, in Base64 to a function. */
    void send(String arn, String logStream, byte[] compressed) {
        if (arn.startsWith(STREAM)) {
            writer.put(arn, partitionKey(logStream), compressed);
            return;
        }
        var event = Json.object();
        event.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(compressed));
        functions.invokeLater(arn, Json.write(event));
    }

    private static String partitionKey(String logStream) {
        CRC32 crc = new CRC32();
        crc.update(logStream.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    static AwsException invalid(String text) {
        return new AwsException(400, "InvalidParameterException", text);
    }
}
