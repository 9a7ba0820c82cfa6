namespace ArchDsl
{
    /// <summary>An Amazon S3 bucket: private, encrypted, reachable over TLS alone, and retained with its objects.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class S3Attribute : ArchDslAttribute
    {
        /// <summary>A bucket that CloudFormation names.</summary>
        public S3Attribute()
        {
        }

        /// <summary>A bucket with a name of its own.</summary>
        /// <param name="name">
        /// 3 to 63 lower-case letters, digits, hyphens and dots, unique in the whole AWS partition
        /// (<see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">AWS</see>);
        /// <c>${AWS::AccountId}</c>, <c>${AWS::Region}</c> and <c>${AWS::Partition}</c> are filled in.
        /// </param>
        public S3Attribute(string name) => Name = name;

        /// <summary>The bucket's name. Default: CloudFormation chooses one.</summary>
        public string? Name { get; }

        /// <summary>Whether overwritten and deleted objects are kept as older versions. Default: true. If false, it is the warning ARCH2012.</summary>
        public bool Versioned { get; set; } = true;

        /// <summary>Whether everyone may read every object. Default: false. It is the warning ARCH2010.</summary>
        public bool PublicRead { get; set; }
    }

    /// <summary>Lets pages of other origins use a bucket from a browser.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class CorsAttribute : ModifierAttribute
    {
        /// <summary>The origins, such as <c>https://example.com</c>, or <c>*</c>. Required: at least one.</summary>
        public string[] Origins { get; set; } = [];

        /// <summary>The methods. Required: at least one.</summary>
        public HttpVerb[] Methods { get; set; } = [];

        /// <summary>The request headers that a page may send. Default: none beyond the simple ones.</summary>
        public string[] Headers { get; set; } = [];

        internal override string Identity => string.Join(" ", Origins);
    }

    /// <summary>A method of HTTP.</summary>
    public enum HttpVerb
    {
        /// <summary>GET.</summary>
        Get,

        /// <summary>PUT.</summary>
        Put,

        /// <summary>POST.</summary>
        Post,

        /// <summary>DELETE.</summary>
        Delete,

        /// <summary>HEAD.</summary>
        Head,
    }
}

namespace ArchDsl.Model
{
    /// <summary>An Amazon S3 bucket.</summary>
    public sealed record Bucket : Component
    {
        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>Whether older versions of objects are kept.</summary>
        public required bool Versioned { get; init; }

        /// <summary>Whether everyone may read every object.</summary>
        public required bool PublicRead { get; init; }

        /// <summary>The rules for other origins.</summary>
        public required EquatableArray<CorsRule> Cors { get; init; }

        /// <inheritdoc/>
        public override string KindName => "bucket";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.DataStore;

        /// <inheritdoc/>
        public override string Encryption => "at rest with keys of Amazon S3; TLS alone in transit";
    }

    /// <summary>What pages of other origins may do with a bucket.</summary>
    /// <param name="Origins">The origins.</param>
    /// <param name="Methods">The methods.</param>
    /// <param name="Headers">The request headers.</param>
    /// <param name="Origin">The argument that names the origins.</param>
    public sealed record CorsRule(EquatableArray<string> Origins, EquatableArray<string> Methods, EquatableArray<string> Headers, Origin Origin);

    /// <summary>Amazon S3.</summary>
    internal sealed class S3 : Kind<S3Attribute, Bucket>
    {
        private const int AbandonedAfterDays = 7;

        public override bool Networked => false;

        public override IReadOnlyList<Type> Modifiers => [typeof(CorsAttribute), typeof(RemovalAttribute), typeof(AccessLogsAttribute)];

        public override Value? DefaultOutput => ArchDsl.Value.Name;

        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html
        public override IReadOnlyList<string> Replacing => [nameof(Bucket.Name)];

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Name, ArchDsl.Value.Arn, ArchDsl.Value.DnsName];

        protected override Bucket Lower(Written<S3Attribute> written, ComponentContext context)
        {
            foreach (Written<CorsAttribute> cors in context.Node.All<CorsAttribute>())
            {
                Check(cors, context);
            }

            return new Bucket
            {
                Path = context.Node.Path,
                Origin = written.Origin,
                AddressOrigin = written.At(nameof(S3Attribute.PublicRead)),
                Placement = null,
                Hooked = context.Hooked,
                Removal = context.Removal(Removal.Retain),
                Name = written.Attribute.Name,
                Versioned = written.Attribute.Versioned,
                PublicRead = written.Attribute.PublicRead,
                Cors = context.Node.All<CorsAttribute>().Select(static cors => new CorsRule(
                    cors.Attribute.Origins.ToEquatableArray(),
                    cors.Attribute.Methods.Select(static m => m.ToString().ToUpperInvariant()).ToEquatableArray(),
                    cors.Attribute.Headers.ToEquatableArray(),
                    cors.At(nameof(CorsAttribute.Origins)))).ToEquatableArray(),
            };
        }

        // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html
        private static void Check(Written<CorsAttribute> written, ComponentContext context)
        {
            CorsAttribute cors = written.Attribute;
            if (cors.Origins.Length == 0)
            {
                context.Contradict(written.At(nameof(cors.Origins)), "[Cors] names no origin; set Origins = [\"https://example.com\"]");
            }

            if (cors.Methods.Length == 0)
            {
                context.Contradict(written.At(nameof(cors.Methods)), "[Cors] names no method; set Methods = [HttpVerb.Get]");
            }

            Check(nameof(cors.Origins), cors.Origins, "an origin");
            Check(nameof(cors.Headers), cors.Headers, "a header");

            void Check(string argument, string[] texts, string what)
            {
                for (int i = 0; i < texts.Length; i++)
                {
                    if (texts[i].Length == 0 || texts[i].Count(static c => c == '*') > 1)
                    {
                        context.Refuse(written.At(argument).At($"{argument}[{i}]"), texts[i], $"{what} is not empty, and has one * at most");
                    }
                }
            }
        }

        protected override bool UsedBy(Component user, Bucket target, Written<UsesAttribute> edge, LoweringContext context)
        {
            Access access = edge.Attribute.Access;
            List<string> actions = [];
            if (access.HasFlag(Access.Read))
            {
                context.Grant(user, Principal.Runtime, ["s3:ListBucket"], [new GrantResource(target.Path)], edge.Origin);
                actions.Add("s3:GetObject");
            }

            if (access.HasFlag(Access.Write))
            {
                actions.Add("s3:PutObject");
            }

            if (access.HasFlag(Access.Delete))
            {
                actions.Add("s3:DeleteObject");
            }

            if (actions.Count > 0)
            {
                context.Grant(user, Principal.Runtime, actions, [new GrantResource(target.Path, Suffix: "/*")], edge.Origin);
            }

            context.Edges.Add(new Edge(user.Path, target.Path, null, edge.Origin));
            if (user.TakesEnvironment)
            {
                context.Inject(user, edge.Attribute.Env ?? VariableName.Of(target.Path, "BUCKET_NAME"), new ComponentValue(target.Path, ArchDsl.Value.Name), edge.Origin);
            }

            return true;
        }

        protected override void Emit(Bucket b, CdkScope cdk)
        {
            CdkValue bucket = cdk.Property("Bucket", "AWS.S3.Bucket", Properties(b), "The bucket.");
            if (cdk.Topology.AccessLogsOf(b.Path) is { } logs)
            {
                EmitAccessLogs(logs, bucket, cdk);
            }
        }

        private static Props Properties(Bucket b) => new("AWS.S3.BucketProps")
        {
            { "BucketName", b.Name is null ? null : CdkValue.Name(b.Name) },
            { "Encryption", Cdk.Static("AWS.S3.BucketEncryption.S3_MANAGED") },
            { "EnforceSSL", true },
            { "Versioned", b.Versioned },
            { "PublicReadAccess", b.PublicRead },
            { "BlockPublicAccess", CdkValue.Call("new " + Cdk.Type("AWS.S3.BlockPublicAccess"), new Props("AWS.S3.BlockPublicAccessOptions")
                {
                    { "BlockPublicAcls", true },
                    { "IgnorePublicAcls", true },
                    { "BlockPublicPolicy", !b.PublicRead },
                    { "RestrictPublicBuckets", !b.PublicRead },
                })
            },
            { "Cors", b.Cors.Count == 0 ? null : CdkValue.List(Cdk.Type("AWS.S3.ICorsRule"), b.Cors.Select(static rule => (CdkValue)new Props("AWS.S3.CorsRule")
                {
                    { "AllowedOrigins", CdkValue.List("string", rule.Origins.Select(CdkValue.Literal)) },
                    { "AllowedMethods", CdkValue.List(Cdk.Type("AWS.S3.HttpMethods"), rule.Methods.Select(static m => Cdk.Static("AWS.S3.HttpMethods." + m))) },
                    { "AllowedHeaders", rule.Headers.Count == 0 ? null : CdkValue.List("string", rule.Headers.Select(CdkValue.Literal)) },
                }))
            },
            { "LifecycleRules", CdkValue.List(Cdk.Type("AWS.S3.ILifecycleRule"), [new Props("AWS.S3.LifecycleRule")
                {
                    // The parts of an upload that nobody finished cost money and show nowhere.
                    { "AbortIncompleteMultipartUploadAfter", CdkValue.Call(Cdk.Type("Duration.Days"), AbandonedAfterDays) },
                }])
            },
            { "RemovalPolicy", CdkScope.Removal(b) },
        };

        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general
        private static void EmitAccessLogs(AccessLogs logs, CdkValue bucket, CdkScope cdk)
        {
            string target = cdk.Member(logs.Bucket, "Bucket");
            string folder = logs.Prefix.Length == 0 ? "" : logs.Prefix + "/";
            cdk.Run(target + ".AddToResourcePolicy", CdkScope.ServiceStatement(
                "logging.s3.amazonaws.com",
                ["s3:PutObject"],
                CdkValue.Code($"{target}.BucketArn + {CSharpLiteral.Of($"/{folder}*")}"),
                [("ArnLike", "aws:SourceArn", CdkValue.Code(bucket.Then(".BucketArn"))), ("StringEquals", "aws:SourceAccount", cdk.Account)]));

            // By L1: the L2 construct would let the service in with access control lists, which are off in a bucket of today.
            string below = CdkScope.Below(bucket, "AWS.S3.CfnBucket") + ".AddPropertyOverride";
            cdk.Run(below, CdkValue.Text("LoggingConfiguration.DestinationBucketName"), CdkValue.Code(target + ".BucketName"));
            if (folder.Length > 0)
            {
                cdk.Run(below, CdkValue.Text("LoggingConfiguration.LogFilePrefix"), CdkValue.Literal(folder));
            }
        }

        protected override CdkValue? Value(Bucket b, Value value, CdkScope cdk) => value switch
        {
            ArchDsl.Value.Name => CdkValue.Code(cdk.Member(b.Path, "Bucket") + ".BucketName"),
            ArchDsl.Value.Arn => CdkValue.Code(cdk.Member(b.Path, "Bucket") + ".BucketArn"),
            ArchDsl.Value.DnsName => CdkValue.Code(cdk.Member(b.Path, "Bucket") + ".BucketRegionalDomainName"),
            _ => null,
        };

        protected override string Arn(Bucket b, ResourcePart part, CdkScope cdk) => cdk.Member(b.Path, "Bucket") + ".BucketArn";

        protected override IEnumerable<Usage> Usages(Bucket b, ArchitectureTopology topology) =>
        [
            Usage.OnDemand("AmazonS3", "standard storage", "GB-month"),
            Usage.OnDemand("AmazonS3", "reads", "1000 requests"),
            Usage.OnDemand("AmazonS3", "writes", "1000 requests"),
        ];

        protected override string Describe(Bucket b) =>
            $"bucket{(b.Name is null ? "" : " " + b.Name)}, encrypted{(b.Versioned ? ", versioned" : "")}{(b.PublicRead ? ", readable by everyone" : "")}";
    }
}
