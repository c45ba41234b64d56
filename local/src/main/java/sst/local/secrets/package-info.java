/**
 * Here: Secrets Manager: secrets, their versions and labels, generated passwords.
 * In: JSON calls and AWS::SecretsManager::Secret resources. Out: secrets in the store, their values sealed.
 * Must not be here: what a secret is for; rotation.
 */
@NullMarked
package sst.local.secrets;

import org.jspecify.annotations.NullMarked;
