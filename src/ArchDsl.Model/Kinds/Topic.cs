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
        /// <param name="name">256 letters, digits, hyphens and underscores at most.</param>
        public TopicAttribute(string name) => Name = name;

        /// <summary>The topic's name. Default: CloudFormation chooses one.</summary>
        public string? Name { get; }
    }
}

namespace ArchDsl.Model
{
    /// <summary>An Amazon SNS topic.</summary>
    public sealed record Topic : Component
    {
        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <inheritdoc/>
        public override string KindName => "topic";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.Other;
    }

    /// <summary>Amazon SNS.</summary>
    internal sealed class TopicKind : Kind<TopicAttribute, Topic>
    {
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
        };

        protected override bool UsedBy(Component user, Topic target, Written<UsesAttribute> edge, LoweringContext context)
        {
            context.Grant(user, Principal.Runtime, ["sns:Publish"], [new GrantResource(target.Path)], edge.Origin);
            context.Edges.Add(new Edge(user.Path, target.Path, null, edge.Origin));
            if (user.TakesEnvironment)
            {
                context.Inject(user, edge.Attribute.Env ?? VariableName.Of(target.Path, "TOPIC_ARN"), new ComponentValue(target.Path, ArchDsl.Value.Arn), edge.Origin);
            }

            return true;
        }

        protected override void Emit(Topic t, CdkScope cdk)
        {
            CdkValue topic = cdk.Property(
                "Topic",
                "AWS.SNS.Topic",
                new Props("AWS.SNS.TopicProps")
                {
                    { "TopicName", t.Name is null ? null : CdkValue.Name(t.Name) },
                    { "EnforceSSL", true },
                },
                "The topic.");

            // The policy that enforces TLS takes the place of the default one, which let the account's alarms in.
            if (cdk.Topology.Alarms.Any(a => a.Topic == t.Path))
            {
                cdk.Run(topic.Then(".AddToResourcePolicy"), CdkValue.Call("new " + Cdk.Type("AWS.IAM.PolicyStatement"), new Props("AWS.IAM.PolicyStatementProps")
                {
                    { "Principals", CdkValue.List(Cdk.Type("AWS.IAM.IPrincipal"), [CdkValue.Call("new " + Cdk.Type("AWS.IAM.ServicePrincipal"), CdkValue.Text("cloudwatch.amazonaws.com"))]) },
                    { "Actions", CdkValue.List("string", [CdkValue.Text("sns:Publish")]) },
                    { "Resources", CdkValue.List("string", [CdkValue.Code(topic.Then(".TopicArn"))]) },
                    { "Conditions", CdkValue.Map("object", [("StringEquals", CdkValue.Map("object", [("aws:SourceAccount", CdkValue.Code(cdk.Node(NodePath.Root) + ".Account"))]))]) },
                }));
            }
        }

        protected override CdkValue? Value(Topic t, Value value, CdkScope cdk) => value switch
        {
            ArchDsl.Value.Arn => CdkValue.Code(cdk.Member(t.Path, "Topic") + ".TopicArn"),
            ArchDsl.Value.Name => CdkValue.Code(cdk.Member(t.Path, "Topic") + ".TopicName"),
            _ => null,
        };

        protected override string Arn(Topic t, ResourcePart part, CdkScope cdk) => cdk.Member(t.Path, "Topic") + ".TopicArn";

        protected override string Describe(Topic t) => $"topic{(t.Name is null ? "" : " " + t.Name)}";
    }
}
