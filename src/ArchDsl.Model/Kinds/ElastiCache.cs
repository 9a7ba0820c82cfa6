namespace ArchDsl
{
    /// <summary>
    /// An in-memory cache of Amazon ElastiCache: a replication group, encrypted at rest and in transit. Clients connect with TLS.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class ElastiCacheAttribute : ArchDslAttribute
    {
        /// <summary>A Valkey 8.0 cache.</summary>
        public ElastiCacheAttribute()
        {
        }

        /// <summary>A cache.</summary>
        /// <param name="engine">The engine.</param>
        /// <param name="version">The engine's version as AWS writes it: <c>8.1</c> for Valkey, <c>7.1</c>, the last one, for Redis OSS. AWS picks the patches.</param>
        public ElastiCacheAttribute(CacheEngine engine, string version)
        {
            Engine = engine;
            Version = version;
        }

        /// <summary>The engine. Default: Valkey.</summary>
        public CacheEngine Engine { get; }

        /// <summary>The engine's version. Default: <c>8.0</c>.</summary>
        public string Version { get; } = "8.0";

        /// <summary>
        /// The id of the replication group: a letter, then letters, digits and single hyphens, 40 in all
        /// (<see href="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html">AWS</see>).
        /// Default: CloudFormation chooses one.
        /// </summary>
        public string? Name { get; set; }

        /// <summary>
        /// The node type, with or without <c>cache.</c>, of a family of which ElastiCache still makes clusters; Graviton ones run Redis OSS from
        /// 5.0.6 on (<see href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html">AWS</see>). Default: <c>t4g.micro</c>.
        /// </summary>
        public string NodeType { get; set; } = "t4g.micro";

        /// <summary>
        /// The number of nodes, 1 to 6; from 2 on another node takes over when the first fails
        /// (<see href="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html">AWS</see>).
        /// Default: 1.
        /// </summary>
        public int Nodes { get; set; } = 1;

        /// <summary>
        /// How long daily snapshots are kept, 0 to 35 days; 0 turns them off. Default: 1: storage for one snapshot
        /// <see href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups.html">costs nothing</see>.
        /// </summary>
        public int SnapshotRetentionDays { get; set; } = 1;

        /// <summary>
        /// The port, 1150 to 65535
        /// (<see href="https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html">AWS</see>).
        /// Default: 6379.
        /// </summary>
        public int Port { get; set; } = 6379;

        /// <summary>
        /// Whether clients must show a token (<see href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html">AUTH</see>), which
        /// is generated into Secrets Manager and injected wherever the cache is used. Default: false: then everyone whom the
        /// security group admits may read and write.
        /// </summary>
        public bool Auth { get; set; }
    }

    /// <summary>An engine of Amazon ElastiCache.</summary>
    public enum CacheEngine
    {
        /// <summary>Valkey.</summary>
        Valkey,

        /// <summary>Redis OSS.</summary>
        Redis,
    }
}

namespace ArchDsl.Model
{
    /// <summary>An in-memory cache of Amazon ElastiCache.</summary>
    public sealed record CacheReplicationGroup : Component
    {
        /// <summary>The engine.</summary>
        public required CacheEngine Engine { get; init; }

        /// <summary>Its version.</summary>
        public required string Version { get; init; }

        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>The node type with <c>cache.</c>.</summary>
        public required string NodeType { get; init; }

        /// <summary>The number of nodes.</summary>
        public required int Nodes { get; init; }

        /// <summary>Days for which snapshots are kept; 0 for none.</summary>
        public required int SnapshotRetentionDays { get; init; }

        /// <summary>The port.</summary>
        public required int Port { get; init; }

        /// <summary>Whether clients must show the generated token.</summary>
        public required bool Auth { get; init; }

        /// <inheritdoc/>
        public override string KindName => "cache";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.DataStore;

        /// <inheritdoc/>
        public override string Encryption => "at rest with a key of ElastiCache; TLS alone in transit";

        /// <inheritdoc/>
        public override EquatableArray<PortRange> Ports => EquatableArray.Of(PortRange.Tcp(Port));

        /// <inheritdoc/>
        public override int LeastAddresses(int zones) => Nodes;
    }

    /// <summary>Amazon ElastiCache.</summary>
    internal sealed class ElastiCache : Kind<ElastiCacheAttribute, CacheReplicationGroup>
    {
        public override bool Networked => true;

        public override IReadOnlyList<Type> Modifiers => [typeof(TrafficAttribute), typeof(SecurityGroupAttribute), typeof(RemovalAttribute)];

        public override Value? DefaultOutput => ArchDsl.Value.Endpoint;

        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html
        public override IReadOnlyList<string> Replacing => [nameof(CacheReplicationGroup.Name), nameof(CacheReplicationGroup.Port)];

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Endpoint, ArchDsl.Value.Host, ArchDsl.Value.Port, ArchDsl.Value.SubnetGroupName];

        protected override CacheReplicationGroup Lower(Written<ElastiCacheAttribute> written, ComponentContext context)
        {
            ElastiCacheAttribute cache = written.Attribute;
            context.CheckVersion(written, EngineVersions.Of(cache.Engine), cache.Version);
            context.CheckRange(written, nameof(cache.Nodes), cache.Nodes, 1, 6, "the number of nodes");
            context.CheckRange(written, nameof(cache.SnapshotRetentionDays), cache.SnapshotRetentionDays, 0, 35, "the retention of snapshots in days");
            context.CheckRange(written, nameof(cache.Port), cache.Port, 1150, 65535, "the port of a cache");
            string nodeType = cache.NodeType.StartsWith(Prefix, StringComparison.Ordinal) ? cache.NodeType.Substring(Prefix.Length) : cache.NodeType;
            context.Check(written, nameof(cache.NodeType), cache.NodeType, InstanceType.CacheFault(nodeType));
            CheckVersion(written, nodeType, context);
            return new CacheReplicationGroup
            {
                Path = context.Node.Path,
                Origin = written.Origin,
                AddressOrigin = written.Origin,
                Placement = context.Placement,
                Hooked = context.Hooked,
                Removal = context.Removal(Removal.Destroy, snapshots: true),
                Engine = cache.Engine,
                Version = cache.Version,
                Name = cache.Name,
                NodeType = Prefix + nodeType,
                Nodes = cache.Nodes,
                SnapshotRetentionDays = cache.SnapshotRetentionDays,
                Port = cache.Port,
                Auth = cache.Auth,
            };
        }

        protected override bool UsedBy(Component user, CacheReplicationGroup target, Written<UsesAttribute> edge, LoweringContext context)
        {
            PortRange port = PortRange.Tcp(target.Port);
            if (!context.Allow(user, target, port, edge.Origin, "Commands"))
            {
                return true;
            }

            context.Edges.Add(new Edge(user.Path, target.Path, port, edge.Origin));
            if (user.TakesEnvironment)
            {
                string prefix = edge.Attribute.Env ?? VariableName.Of(target.Path);
                context.Inject(user, prefix + "_HOST", new ComponentValue(target.Path, ArchDsl.Value.Host), edge.Origin);
                context.Inject(user, prefix + "_PORT", new ComponentValue(target.Path, ArchDsl.Value.Port), edge.Origin);
                if (target.Auth)
                {
                    context.InjectSecret(user, target, null, prefix + "_AUTH_TOKEN", edge.Origin);
                }
            }

            // Nothing injects a token into an instance: its own code must fetch it.
            if (target.Auth && (edge.Attribute.AtRuntime || !user.TakesEnvironment))
            {
                context.GrantSecret(user, Principal.Runtime, target, edge.Origin);
            }

            return true;
        }

        protected override void Emit(CacheReplicationGroup c, CdkScope cdk)
        {
            CdkValue subnets = cdk.Property(
                "SubnetGroup",
                "AWS.ElastiCache.CfnSubnetGroup",
                new Props("AWS.ElastiCache.CfnSubnetGroupProps")
                {
                    { "Description", CdkValue.Text("Subnets of " + LoweringContext.Description(c.Path.IsRoot ? cdk.StackName : c.Path.Value)) },
                    { "SubnetIds", cdk.SubnetIds(c) },
                },
                "The subnets that the nodes may stand in.",
                hooks: false);
            CdkValue? token = c.Auth ? Token(c, cdk) : null;
            CdkValue group = cdk.Property(
                "ReplicationGroup",
                "AWS.ElastiCache.CfnReplicationGroup",
                new Props("AWS.ElastiCache.CfnReplicationGroupProps")
                {
                    { "ReplicationGroupId", c.Name is null ? null : CdkValue.Name(c.Name) },
                    { "ReplicationGroupDescription", CdkValue.Text(LoweringContext.Description(c.Path.IsRoot ? cdk.StackName : c.Path.Value)) },
                    { "Engine", CdkValue.Text(c.Engine.ToString().ToLowerInvariant()) },
                    { "EngineVersion", CdkValue.Literal(c.Version) },
                    { "CacheNodeType", CdkValue.Literal(c.NodeType) },

                    // These nodes have an SSD, and want to be told so: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/data-tiering.html
                    { "DataTieringEnabled", IsTiered(c.NodeType.Substring(Prefix.Length)) ? (CdkValue)true : null },
                    { "NumCacheClusters", c.Nodes },
                    { "AutomaticFailoverEnabled", c.Nodes > 1 },

                    // Nodes in a single zone can stand in for each other, but not for the zone.
                    { "MultiAzEnabled", c.Nodes > 1 && cdk.Topology.Networks.First(n => n.Path == c.Placement!.Value.Network).AvailabilityZones > 1 },
                    { "Port", c.Port },
                    { "CacheSubnetGroupName", CdkValue.Code(subnets.Then(".Ref")) },
                    { "SecurityGroupIds", CdkValue.List("string", [cdk.SecurityGroupId(c.Path)]) },
                    { "AtRestEncryptionEnabled", true },
                    { "TransitEncryptionEnabled", true },

                    // Unwrapped it is a dynamic reference: the template names the secret, and CloudFormation reads it.
                    { "AuthToken", token is null ? null : CdkValue.Code(token.Then(".SecretValue.UnsafeUnwrap()")) },
                    { "AutoMinorVersionUpgrade", true },
                    { "SnapshotRetentionLimit", c.SnapshotRetentionDays },
                },
                "The replication group.");
            cdk.Run(group.Then(".ApplyRemovalPolicy"), CdkScope.Removal(c));
        }

        protected override CdkValue? Value(CacheReplicationGroup c, Value value, CdkScope cdk)
        {
            string group = cdk.Member(c.Path, "ReplicationGroup");
            return value switch
            {
                ArchDsl.Value.Endpoint => CdkValue.Code($"$\"{{{group}.AttrPrimaryEndPointAddress}}:{{{group}.AttrPrimaryEndPointPort}}\""),
                ArchDsl.Value.Host => CdkValue.Code(group + ".AttrPrimaryEndPointAddress"),
                ArchDsl.Value.Port => CdkValue.Code(group + ".AttrPrimaryEndPointPort"),
                ArchDsl.Value.SubnetGroupName => CdkValue.Code(cdk.Member(c.Path, "SubnetGroup") + ".Ref"),
                _ => null,
            };
        }

        protected override string Arn(CacheReplicationGroup c, ResourcePart part, CdkScope cdk) =>
            part == ResourcePart.Secret ? Secret(c, cdk) + ".SecretArn" : base.Arn(c, part, cdk);

        protected override string Secret(CacheReplicationGroup c, CdkScope cdk) => c.Auth ? cdk.Member(c.Path, "Secret") : base.Secret(c, cdk);

        protected override IEnumerable<Usage> Usages(CacheReplicationGroup c, ArchitectureTopology topology) =>
        [
            Usage.Hourly("AmazonElastiCache", $"{c.NodeType} {c.Engine}", c.Nodes),
            .. c.Auth ? Usage.Secret : [],
            Usage.OnDemand("AmazonElastiCache", "backup storage", "GB-month"),
        ];

        protected override string Describe(CacheReplicationGroup c) =>
            $"{c.Engine} {c.Version} on {c.NodeType}, {c.Nodes} node{(c.Nodes == 1 ? "" : "s")}, port {c.Port}{(c.Auth ? ", with a token" : "")}";

        private const string Prefix = "cache.";

        private static bool IsTiered(string nodeType) => InstanceType.Family(nodeType) == "r6gd";

        private static void CheckVersion(Written<ElastiCacheAttribute> written, string nodeType, ComponentContext context)
        {
            ElastiCacheAttribute cache = written.Attribute;
            if (cache.Engine != CacheEngine.Redis)
            {
                return;
            }

            // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
            if (EngineVersions.IsBefore(cache.Version, "3.2.6") || cache.Version == "3.2.10")
            {
                context.Contradict(written.At(nameof(cache.Version)), $"Redis OSS {cache.Version} knows no encryption in transit, and every [ElastiCache] is encrypted; take \"7.1\"");
                return;
            }

            // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
            string first = IsTiered(nodeType) ? "6.2" : "5.0.6";
            if (InstanceType.IsArm(nodeType) && EngineVersions.IsBefore(cache.Version, first))
            {
                context.Contradict(written.At(nameof(cache.NodeType), nameof(cache.Version)), $"Redis OSS {cache.Version} does not run on nodes of type {nodeType}, only {first} and newer do; take \"7.1\"");
            }
        }

        // 16 to 128 characters, few of them punctuation: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
        private static CdkValue Token(CacheReplicationGroup c, CdkScope cdk) => cdk.Property(
            "Secret",
            "AWS.SecretsManager.Secret",
            new Props("AWS.SecretsManager.SecretProps")
            {
                { "GenerateSecretString", new Props("AWS.SecretsManager.SecretStringGenerator")
                    {
                        { "PasswordLength", TokenLength },
                        { "ExcludePunctuation", true },
                    }
                },

                // A cache that stays needs its token.
                { "RemovalPolicy", Cdk.Static("RemovalPolicy." + (c.Removal == Removal.Retain ? "RETAIN" : "DESTROY")) },
            },
            "The generated token that clients must show.",
            hooks: false);

        private const int TokenLength = 64;
    }
}
