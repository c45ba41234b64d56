package sst.model.ref;

/** Something that stands for an object of the model, such as a construct as the prompt shows it. */
public interface View {
    /** What blocks and handles take in its place. */
    Object subject();
}
