/**
 * Here: the props and handle of SNS topics.
 * In: what users write. Out: TopicProps.
 * Must not be here: CDK.
 */
@NullMarked
package sst.model.topic;

import org.jspecify.annotations.NullMarked;
