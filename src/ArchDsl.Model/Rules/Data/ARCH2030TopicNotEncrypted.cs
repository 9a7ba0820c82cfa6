namespace ArchDsl.Model;

/// <summary>The messages of a topic are not encrypted at rest.</summary>
internal sealed class TopicNotEncrypted : Rule
{
    public override string Id => "ARCH2030";

    public override string Title => "A topic is not encrypted";

    public override string Message => "The messages of {0} are not encrypted at rest. Set Encrypted = true: the topic then has a key of its own, which its alarms and users may use.";

    public override string Description => "What people and programs are told, customers' data among it, lies in the clear with Amazon SNS until it is delivered.";

    public override Severity Severity => Severity.Warning;

    public override IReadOnlyList<string> KnownAs => ["AwsSolutions-SNS2", "NIST.800.53.R5-SNSEncryptedKMS", "CKV_AWS_26", "AWS-0095", "AWS-0136", "W47"];

    public override IEnumerable<Finding> Check(AnalyzedArchitecture architecture) =>
        from topic in architecture.Topology.Components.OfType<Topic>()
        where !topic.Encrypted
        select new Finding(
            Id,
            new Place(topic.OriginOf(nameof(TopicAttribute.Encrypted)), Cure.SetArgument, "Encrypted = true"),
            EquatableArray.Of(architecture.NameOf(topic.Path)),
            []);
}
