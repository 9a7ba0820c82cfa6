namespace ArchDsl
{
    /// <summary>An Amazon SNS topic that takes messages over TLS alone.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class TopicAttribute : ArchDslAttribute
    {
        /// <summary>A topic that CloudFormation names.</summary>
        public TopicAttribute()
        {
        }

        /// <summary>A topic with a name of its own.</summary>
        /// <param name="name">
        /// 256 letters, digits, hyphens and underscores at most
        /// (<see href="https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html">AWS</see>).
        /// </param>
        public TopicAttribute(string name) => Name = name;

        /// <summary>The topic's name. Default: CloudFormation chooses one.</summary>
        public string? Name { get; }

        /// <summary>
        /// Whether messages are encrypted at rest, with a key of the topic's own that its alarms and users may use and that
        /// <see href="https://aws.amazon.com/kms/pricing/">costs money</see>. Default: false: alarms cannot use the key that AWS manages
        /// (<see href="https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services">AWS</see>).
        /// </summary>
        public bool Encrypted { get; set; }
    }
}

namespace ArchDsl.Model
{
    /// <summary>An Amazon SNS topic.</summary>
    public sealed record Topic : Component
    {
        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>Whether messages are encrypted at rest.</summary>
        public required bool Encrypted { get; init; }

        /// <inheritdoc/>
        public override string KindName => "topic";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.Other;

        /// <inheritdoc/>
        public override string Encryption => Encrypted ? "at rest with a key of its own; TLS alone in transit" : "TLS alone in transit";
    }

    /// <summary>Amazon SNS.</summary>
    internal sealed class TopicKind : Kind<TopicAttribute, Topic>
    {
        private static readonly string[] KeyActions = ["kms:Decrypt", "kms:GenerateDataKey"];

        public override bool Networked => false;

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Arn, ArchDsl.Value.Name];

        protected override Topic Lower(Written<TopicAttribute> written, ComponentContext context) => new()
        {
            Path = context.Node.Path,
            Origin = written.Origin,
            Placement = null,
            Hooked = context.Hooked,
            Removal = Removal.Destroy,
            Name = written.Attribute.Name,
            Encrypted = written.Attribute.Encrypted,
        };

        protected override bool UsedBy(Component user, Topic target, Written<UsesAttribute> edge, LoweringContext context)
        {
            context.Grant(user, Principal.Runtime, ["sns:Publish"], [new GrantResource(target.Path)], edge.Origin);
            if (target.Encrypted)
            {
                // Amazon SNS asks for the key, in the publisher's name: nobody else has to reach it.
                context.Grant(user, Principal.Runtime, KeyActions, [new GrantResource(target.Path, ResourcePart.Key)], edge.Origin, reaches: false);
            }

            context.Edges.Add(new Edge(user.Path, target.Path, null, edge.Origin));
            if (user.TakesEnvironment)
            {
                context.Inject(user, edge.Attribute.Env ?? VariableName.Of(target.Path, "TOPIC_ARN"), new ComponentValue(target.Path, ArchDsl.Value.Arn), edge.Origin);
            }

            return true;
        }

        protected override void Emit(Topic t, CdkScope cdk)
        {
            bool alarmed = cdk.Topology.Alarms.Any(a => a.Topic == t.Path);
            CdkValue? key = t.Encrypted ? Key(t, alarmed, cdk) : null;
            CdkValue topic = cdk.Property(
                "Topic",
                "AWS.SNS.Topic",
                new Props("AWS.SNS.TopicProps")
                {
                    { "TopicName", t.Name is null ? null : CdkValue.Name(t.Name) },
                    { "EnforceSSL", true },
                    { "MasterKey", key },
                },
                "The topic.");

            // The policy that enforces TLS takes the place of the default one, which let the account's alarms in.
            if (alarmed)
            {
                cdk.Run(topic.Then(".AddToResourcePolicy"), ForAlarms(["sns:Publish"], CdkValue.Code(topic.Then(".TopicArn")), cdk));
            }
            else
            {
                // The CDK makes the policy that enforces TLS only along with a first statement.
                cdk.Make("Policy", "AWS.SNS.TopicPolicy", new Props("AWS.SNS.TopicPolicyProps")
                {
                    { "Topics", CdkValue.List(Cdk.Type("AWS.SNS.ITopic"), [topic]) },
                    { "EnforceSSL", true },
                });
            }
        }

        private static CdkValue Key(Topic t, bool alarmed, CdkScope cdk)
        {
            CdkValue key = cdk.Property(
                "Key",
                "AWS.KMS.Key",
                new Props("AWS.KMS.KeyProps")
                {
                    { "Description", CdkValue.Literal("Encrypts the messages of " + (t.Path.IsRoot ? cdk.StackName : t.Path.Value)) },
                    { "EnableKeyRotation", true },

                    // Messages are delivered within hours: nothing that the key encrypted outlives the topic.
                    { "RemovalPolicy", CdkScope.Removal(t) },
                },
                "The key that encrypts the messages.",
                hooks: false);
            if (alarmed)
            {
                cdk.Run(key.Then(".AddToResourcePolicy"), ForAlarms(KeyActions, CdkValue.Text("*"), cdk));
            }

            return key;
        }

        private static CdkValue ForAlarms(IEnumerable<string> actions, CdkValue resource, CdkScope cdk) => CdkScope.ServiceStatement(
            "cloudwatch.amazonaws.com",
            actions,
            resource,
            [("StringEquals", "aws:SourceAccount", cdk.Account)]);

        protected override CdkValue? Value(Topic t, Value value, CdkScope cdk) => value switch
        {
            ArchDsl.Value.Arn => CdkValue.Code(cdk.Member(t.Path, "Topic") + ".TopicArn"),
            ArchDsl.Value.Name => CdkValue.Code(cdk.Member(t.Path, "Topic") + ".TopicName"),
            _ => null,
        };

        protected override string Arn(Topic t, ResourcePart part, CdkScope cdk) =>
            part == ResourcePart.Key ? cdk.Member(t.Path, "Key") + ".KeyArn" : cdk.Member(t.Path, "Topic") + ".TopicArn";

        protected override IEnumerable<Usage> Usages(Topic t, ArchitectureTopology topology) =>
        [
            .. t.Encrypted ? new[] { Usage.Monthly("awskms", "key", 1), Usage.OnDemand("awskms", "requests", "10000 requests") } : [],
            Usage.OnDemand("AmazonSNS", "requests", "1000000 requests"),
        ];

        protected override string Describe(Topic t) => $"topic{(t.Name is null ? "" : " " + t.Name)}{(t.Encrypted ? ", encrypted" : "")}";
    }
}
