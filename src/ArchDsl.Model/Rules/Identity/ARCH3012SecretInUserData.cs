namespace ArchDsl.Model;

/// <summary>The script of an instance holds a secret.</summary>
internal sealed class SecretInUserData : Rule
{
    public override string Id => "ARCH3012";

    public override string Title => "A secret in user data";

    public override string Message => "The script {1} of {0} holds {2} in line {3}: everybody who may describe the instance reads it, and so does every program on it. Change the secret, keep it in a class with [Secret], and let the script fetch it with the instance's role.";

    public override string Description => "User data is no secret: the metadata service hands it to every process on the instance, and the API to everybody with read access to EC2.";

    public override Severity Severity => Severity.Error;

    public override IReadOnlyList<string> KnownAs => ["CKV_AWS_46", "AWS-0029", "AWS-0129"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from instance in architecture.Topology.Components.OfType<Instance>()
        from secret in PlainSecret.InScript(instance.UserData ?? "").Take(1)
        select At(
            instance.OriginOf(nameof(Ec2Attribute.UserDataFile)),
            architecture.NameOf(instance.Path),
            instance.UserDataFile!,
            secret.What,
            $"{secret.Line}");
}
