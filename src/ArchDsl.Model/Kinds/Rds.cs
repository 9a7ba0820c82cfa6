namespace ArchDsl
{
    /// <summary>
    /// A database instance of Amazon RDS: private, encrypted, backed up for seven days, protected from deletion, with credentials that
    /// are generated into Secrets Manager. It takes TLS connections alone, sends its logs to CloudWatch and takes minor versions by itself.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class RdsAttribute : ArchDslAttribute
    {
        /// <summary>A PostgreSQL 17 database.</summary>
        public RdsAttribute()
        {
        }

        /// <summary>A database.</summary>
        /// <param name="engine">The database engine.</param>
        /// <param name="version">
        /// The engine's version as AWS writes it: <c>17</c> or <c>17.6</c> for PostgreSQL, <c>8.4</c> or <c>8.4.7</c> for MySQL. AWS picks the
        /// minor version where there is none.
        /// </param>
        public RdsAttribute(Engine engine, string version)
        {
            Engine = engine;
            Version = version;
        }

        /// <summary>The database engine. Default: PostgreSQL.</summary>
        public Engine Engine { get; }

        /// <summary>The engine's version. Default: <c>17</c>.</summary>
        public string Version { get; } = "17";

        /// <summary>
        /// The name of the instance: a letter, then letters, digits and single hyphens, 63 in all
        /// (<see href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">AWS</see>). Default:
        /// CloudFormation chooses one.
        /// </summary>
        public string? Name { get; set; }

        /// <summary>
        /// The instance class, with or without <c>db.</c>, of a family of which RDS still makes databases; Graviton ones run PostgreSQL from 12.7,
        /// MySQL from 8.0.23 and MariaDB from 10.4 on
        /// (<see href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html">AWS</see>). Default: <c>t4g.micro</c>.
        /// </summary>
        public string InstanceType { get; set; } = "t4g.micro";

        /// <summary>The storage in GiB, 20 to 65536 (<see href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html">AWS</see>). Default: 20.</summary>
        public int StorageGiB { get; set; } = 20;

        /// <summary>The kind of storage. Default: gp3.</summary>
        public StorageType StorageType { get; set; }

        /// <summary>Whether a standby in another availability zone takes over when the first fails. Default: false.</summary>
        public bool MultiAz { get; set; }

        /// <summary>
        /// How long automatic backups are kept, 0 to 35 days; 0 turns them off
        /// (<see href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html">AWS</see>).
        /// Default: 7.
        /// </summary>
        public int BackupRetentionDays { get; set; } = 7;

        /// <summary>
        /// The name of the first database: a letter, then letters, digits and underscores, 63 in all for PostgreSQL and 64 otherwise, and no
        /// word that the engine reserves (<see href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">AWS</see>).
        /// Default: <c>postgres</c> for PostgreSQL, <c>main</c> otherwise.
        /// </summary>
        public string? DatabaseName { get; set; }

        /// <summary>
        /// The name of the master user: a letter, then letters, digits and underscores, 63 in all for PostgreSQL and 16 otherwise, and no
        /// word that the engine reserves (<see href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">AWS</see>).
        /// Default: <c>dbadmin</c>.
        /// </summary>
        public string Username { get; set; } = "dbadmin";

        /// <summary>
        /// The name of the secret that holds the credentials, 1 to 512 letters, digits and <c>/_+=.@-</c>
        /// (<see href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html">AWS</see>). Default:
        /// CloudFormation chooses one.
        /// </summary>
        public string? SecretName { get; set; }

        /// <summary>
        /// The port, 1150 to 65535
        /// (<see href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html">AWS</see>). Default: the engine's
        /// own, 5432 or 3306.
        /// </summary>
        public int Port { get; set; }

        /// <summary>
        /// Whether the instance has a public address. Default: false. In a <see cref="PublicSubnetAttribute"/> and with an open
        /// <see cref="IngressAttribute"/> the database is then reachable from the internet, which is the error ARCH1001.
        /// </summary>
        public bool Public { get; set; }
    }

    /// <summary>A database engine of Amazon RDS.</summary>
    public enum Engine
    {
        /// <summary>PostgreSQL.</summary>
        Postgres,

        /// <summary>MySQL.</summary>
        MySql,

        /// <summary>MariaDB.</summary>
        MariaDb,
    }

    /// <summary>The storage of a database instance.</summary>
    public enum StorageType
    {
        /// <summary>General purpose SSD, third generation.</summary>
        Gp3,

        /// <summary>General purpose SSD, second generation.</summary>
        Gp2,
    }
}

namespace ArchDsl.Model
{
    /// <summary>A database instance of Amazon RDS.</summary>
    public sealed record DatabaseInstance : Component
    {
        /// <summary>The engine.</summary>
        public required Engine Engine { get; init; }

        /// <summary>Its version.</summary>
        public required string Version { get; init; }

        /// <summary>The physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>The instance class without <c>db.</c>.</summary>
        public required string InstanceType { get; init; }

        /// <summary>The storage in GiB.</summary>
        public required int StorageGiB { get; init; }

        /// <summary>The kind of storage.</summary>
        public required StorageType StorageType { get; init; }

        /// <summary>Whether there is a standby.</summary>
        public required bool MultiAz { get; init; }

        /// <summary>Days for which backups are kept; 0 for none.</summary>
        public required int BackupRetentionDays { get; init; }

        /// <summary>The first database.</summary>
        public required string DatabaseName { get; init; }

        /// <summary>The master user.</summary>
        public required string Username { get; init; }

        /// <summary>The secret's physical name, or null.</summary>
        public required string? SecretName { get; init; }

        /// <summary>The port.</summary>
        public required int Port { get; init; }

        /// <summary>The engine's parameter that makes it refuse plain text connections; null where it does so by itself.</summary>
        public required string? TlsParameter { get; init; }

        /// <summary>The port that an engine has unless another is set.</summary>
        public static int DefaultPort(Engine engine) => engine == Engine.Postgres ? 5432 : 3306;

        /// <summary>Whether it has a public address.</summary>
        public required bool Public { get; init; }

        /// <inheritdoc/>
        public override string KindName => "database";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.DataStore;

        /// <inheritdoc/>
        public override string Encryption => "at rest with the key aws/rds; TLS alone in transit";

        /// <inheritdoc/>
        public override bool HasPublicAddress => Public;

        /// <inheritdoc/>
        public override bool HasIpv6Address => Placement is { Ipv6: true };

        // RDS keeps the internet away from the IPv6 addresses of private instances:
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
        /// <inheritdoc/>
        public override bool HasPublicIpv6Address => Public && HasIpv6Address;

        /// <inheritdoc/>
        public override EquatableArray<PortRange> Ports => EquatableArray.Of(PortRange.Tcp(Port));

        // A subnet group covers two zones even where the database has no standby:
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
        /// <inheritdoc/>
        public override int LeastZones => 2;

        /// <inheritdoc/>
        public override int LeastAddresses(int zones) => MultiAz ? 2 : 1;
    }

    /// <summary>Amazon RDS.</summary>
    internal sealed class Rds : Kind<RdsAttribute, DatabaseInstance>
    {
        public override bool Networked => true;

        public override IReadOnlyList<Type> Modifiers => [typeof(TrafficAttribute), typeof(SecurityGroupAttribute), typeof(RemovalAttribute)];

        public override Value? DefaultOutput => ArchDsl.Value.Endpoint;

        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
        public override IReadOnlyList<string> Replacing => [nameof(DatabaseInstance.Engine), nameof(DatabaseInstance.Name), nameof(DatabaseInstance.DatabaseName), nameof(DatabaseInstance.Username)];

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Endpoint, ArchDsl.Value.Host, ArchDsl.Value.Port, ArchDsl.Value.SubnetGroupName, ArchDsl.Value.Arn];

        protected override DatabaseInstance Lower(Written<RdsAttribute> written, ComponentContext context)
        {
            RdsAttribute rds = written.Attribute;
            context.CheckVersion(written, EngineVersions.Of(rds.Engine), rds.Version);
            context.CheckRange(written, nameof(rds.StorageGiB), rds.StorageGiB, 20, 65536, "the storage in GiB");
            context.CheckRange(written, nameof(rds.BackupRetentionDays), rds.BackupRetentionDays, 0, 35, "the retention of backups in days");
            if (rds.Port != 0)
            {
                context.CheckRange(written, nameof(rds.Port), rds.Port, 1150, 65535, "the port of a database");
            }

            string instanceType = rds.InstanceType.StartsWith("db.", StringComparison.Ordinal) ? rds.InstanceType.Substring(3) : rds.InstanceType;
            string databaseName = rds.DatabaseName ?? (rds.Engine == Engine.Postgres ? "postgres" : "main");
            context.Check(written, nameof(rds.InstanceType), rds.InstanceType, InstanceType.RdsFault(instanceType));
            CheckProcessor(written, instanceType, context);
            context.Check(written, nameof(rds.DatabaseName), databaseName, DatabaseName.Fault(rds.Engine, databaseName));
            context.Check(written, nameof(rds.Username), rds.Username, DatabaseName.UserFault(rds.Engine, rds.Username));
            return new DatabaseInstance
            {
                Path = context.Node.Path,
                Origin = written.Origin,
                AddressOrigin = written.At(nameof(rds.Public)),
                Placement = context.Placement,
                Hooked = context.Hooked,
                Removal = context.Removal(Removal.Snapshot, snapshots: true),
                Engine = rds.Engine,
                Version = rds.Version,
                Name = rds.Name,
                InstanceType = instanceType,
                StorageGiB = rds.StorageGiB,
                StorageType = rds.StorageType,
                MultiAz = rds.MultiAz,
                BackupRetentionDays = rds.BackupRetentionDays,
                DatabaseName = databaseName,
                Username = rds.Username,
                SecretName = rds.SecretName,
                Port = rds.Port != 0 ? rds.Port : DatabaseInstance.DefaultPort(rds.Engine),
                TlsParameter = TlsParameter(rds.Engine, rds.Version),
                Public = rds.Public,
            };
        }

        protected override bool UsedBy(Component user, DatabaseInstance target, Written<UsesAttribute> edge, LoweringContext context)
        {
            if (!context.Allow(user, target, PortRange.Tcp(target.Port), edge.Origin, "Queries"))
            {
                return true;
            }

            context.Edges.Add(new Edge(user.Path, target.Path, PortRange.Tcp(target.Port), edge.Origin));
            if (user.TakesEnvironment)
            {
                string prefix = edge.Attribute.Env ?? "DB";
                foreach ((string variable, string field) in new[] { ("HOST", "host"), ("PORT", "port"), ("NAME", "dbname"), ("USER", "username"), ("PASSWORD", "password") })
                {
                    context.InjectSecret(user, target, field, prefix + "_" + variable, edge.Origin);
                }
            }

            // Nothing injects credentials into an instance: its own code must fetch them.
            if (edge.Attribute.AtRuntime || !user.TakesEnvironment)
            {
                context.GrantSecret(user, Principal.Runtime, target, edge.Origin);
            }

            return true;
        }

        protected override void Emit(DatabaseInstance d, CdkScope cdk)
        {
            // A database that stays needs its password and its subnets.
            CdkValue beside = Cdk.Static("RemovalPolicy." + (d.Removal == Removal.Retain ? "RETAIN" : "DESTROY"));

            // The CDK's own secret for databases has a logical id that changes with the id of the stack.
            CdkValue secret = cdk.Property(
                "Secret",
                "AWS.SecretsManager.Secret",
                new Props("AWS.SecretsManager.SecretProps")
                {
                    { "SecretName", d.SecretName is null ? null : CdkValue.Name(d.SecretName) },
                    { "GenerateSecretString", new Props("AWS.SecretsManager.SecretStringGenerator")
                        {
                            { "SecretStringTemplate", CdkValue.Call("global::System.Text.Json.JsonSerializer.Serialize", CdkValue.Map("string", [("username", CdkValue.Text(d.Username))])) },
                            { "GenerateStringKey", CdkValue.Text("password") },
                            { "PasswordLength", PasswordLength },
                            { "ExcludeCharacters", CdkValue.Text(UnsafeInPasswords) },
                        }
                    },
                    { "RemovalPolicy", beside },
                },
                "The generated credentials of the master user.",
                hooks: false);
            CdkValue subnetGroup = cdk.Property(
                "SubnetGroup",
                "AWS.RDS.SubnetGroup",
                new Props("AWS.RDS.SubnetGroupProps")
                {
                    { "Description", CdkValue.Text(LoweringContext.Description("Subnets of " + (d.Path.IsRoot ? cdk.StackName : d.Path.Value))) },
                    { "Vpc", cdk.Vpc(d) },
                    { "VpcSubnets", CdkScope.Subnets(d) },
                    { "RemovalPolicy", beside },
                },
                "The subnets that the instance may stand in.");
            CdkValue instance = cdk.Property(
                "Instance",
                "AWS.RDS.DatabaseInstance",
                new Props("AWS.RDS.DatabaseInstanceProps")
                {
                    { "Engine", EngineOf(d) },
                    { "InstanceIdentifier", d.Name is null ? null : CdkValue.Name(d.Name) },
                    { "InstanceType", CdkValue.Call("new " + Cdk.Type("AWS.EC2.InstanceType"), CdkValue.Literal(d.InstanceType)) },
                    { "AllocatedStorage", d.StorageGiB },
                    { "StorageType", Cdk.Static("AWS.RDS.StorageType." + d.StorageType.ToString().ToUpperInvariant()) },
                    { "StorageEncrypted", true },
                    { "MultiAz", d.MultiAz },
                    { "DatabaseName", CdkValue.Literal(d.DatabaseName) },
                    { "Port", d.Port },
                    { "Credentials", CdkValue.Call(Cdk.Type("AWS.RDS.Credentials.FromSecret"), secret, CdkValue.Literal(d.Username)) },
                    { "Parameters", d.TlsParameter is null ? null : CdkValue.Map("string", [(d.TlsParameter, CdkValue.Text("1"))]) },
                    { "Vpc", cdk.Vpc(d) },
                    { "SubnetGroup", subnetGroup },
                    { "SecurityGroups", CdkValue.List(Cdk.Type("AWS.EC2.ISecurityGroup"), [cdk.SecurityGroup(d)]) },
                    { "PubliclyAccessible", d.Public },
                    { "NetworkType", d.HasIpv6Address ? Cdk.Static("AWS.RDS.NetworkType.DUAL") : null },
                    { "BackupRetention", CdkValue.Call(Cdk.Type("Duration.Days"), d.BackupRetentionDays) },
                    { "CopyTagsToSnapshot", true },
                    { "CloudwatchLogsExports", CdkValue.List("string", Logs(d.Engine).Select(CdkValue.Text)) },
                    { "AutoMinorVersionUpgrade", true },
                    { "DeletionProtection", d.Removal != Removal.Destroy },
                    { "RemovalPolicy", CdkScope.Removal(d) },
                },
                "The database instance.");
            if (d.Public)
            {
                cdk.AfterRoutes(d, instance);
            }
        }

        protected override CdkValue? Value(DatabaseInstance d, Value value, CdkScope cdk)
        {
            string instance = cdk.Member(d.Path, "Instance");
            return value switch
            {
                ArchDsl.Value.Endpoint => CdkValue.Code(instance + ".InstanceEndpoint.SocketAddress"),
                ArchDsl.Value.Host => CdkValue.Code(instance + ".DbInstanceEndpointAddress"),
                ArchDsl.Value.Port => CdkValue.Code(instance + ".DbInstanceEndpointPort"),
                ArchDsl.Value.Arn => CdkValue.Code(instance + ".InstanceArn"),
                ArchDsl.Value.SubnetGroupName => CdkValue.Code(cdk.Member(d.Path, "SubnetGroup") + ".SubnetGroupName"),
                _ => null,
            };
        }

        protected override string Arn(DatabaseInstance d, ResourcePart part, CdkScope cdk) =>
            part == ResourcePart.Secret ? Secret(d, cdk) + ".SecretArn" : cdk.Member(d.Path, "Instance") + ".InstanceArn";

        protected override string Secret(DatabaseInstance d, CdkScope cdk) => cdk.Member(d.Path, "Instance") + ".Secret!";

        protected override IEnumerable<Usage> Usages(DatabaseInstance d, ArchitectureTopology topology) =>
        [
            // The standby and its storage are paid for like the first: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_OnDemandDBInstances.html
            Usage.Hourly("AmazonRDS", $"db.{d.InstanceType} {d.Engine}", d.MultiAz ? 2 : 1),
            Usage.Monthly("AmazonRDS", $"storage {d.StorageType}", d.StorageGiB * (d.MultiAz ? 2 : 1), "GB-month"),
            .. d.Public ? new[] { Usage.PublicAddresses(1) } : [],
            .. Usage.Secret,
            Usage.OnDemand("AmazonRDS", "backup storage", "GB-month"),
            .. Usage.Logs,
        ];

        protected override string Describe(DatabaseInstance d) =>
            $"{d.Engine} {d.Version} on db.{d.InstanceType}, {d.StorageGiB} GiB, port {d.Port}{(d.MultiAz ? ", Multi-AZ" : "")}";

        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html
        private static void CheckProcessor(Written<RdsAttribute> written, string instanceType, ComponentContext context)
        {
            RdsAttribute rds = written.Attribute;
            string first = rds.Engine switch { Engine.Postgres => "12.7", Engine.MySql => "8.0.23", _ => "10.4" };
            if (InstanceType.IsArm(instanceType) && EngineVersions.Of(rds.Engine) is { } engine && engine.Find(rds.Version) != EngineVersion.None && EngineVersions.IsBefore(rds.Version, first))
            {
                context.Contradict(written.At(nameof(rds.InstanceType), nameof(rds.Version)), $"{engine.Name} {rds.Version} does not run on the Graviton processor of {instanceType}, only {first} and newer do; take a newer version, or InstanceType = \"t3.micro\"");
            }
        }

        // What breaks connection strings and shells:
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.Constraints
        private const string UnsafeInPasswords = " %+~`#$&*()|[]{}:;<>?!'/@\"\\";
        private const int PasswordLength = 30;

        // From version 15 on PostgreSQL on RDS refuses plain text connections by default:
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
        private static string? TlsParameter(Engine engine, string version) =>
            engine != Engine.Postgres ? "require_secure_transport"
            : int.TryParse(version.Split('.')[0], out int major) && major >= 15 ? null
            : "rds.force_ssl";

        // All logs that the engine can have. Those that a parameter or option turns on cost nothing before:
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
        //
        // Two things that scanners ask for stay off. IAM authentication wants 300 to 1000 MiB of memory, which a micro instance has not:
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
        // Performance Insights is refused for MySQL and MariaDB on micro and small instances:
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html
        private static string[] Logs(Engine engine) => engine == Engine.Postgres ? ["postgresql", "upgrade"] : ["audit", "error", "general", "slowquery"];

        private static CdkValue EngineOf(DatabaseInstance d)
        {
            // Of() names the version without fetching the whole class of known ones. Before 10 the major version of PostgreSQL had two numbers.
            bool one = d.Engine == Engine.Postgres && !d.Version.StartsWith("9.", StringComparison.Ordinal);
            string major = string.Join(".", d.Version.Split('.').Take(one ? 1 : 2));
            (string factory, string props, string version) = d.Engine switch
            {
                Engine.Postgres => ("Postgres", "PostgresInstanceEngineProps", "PostgresEngineVersion"),
                Engine.MySql => ("Mysql", "MySqlInstanceEngineProps", "MysqlEngineVersion"),
                _ => ("MariaDb", "MariaDbInstanceEngineProps", "MariaDbEngineVersion"),
            };
            return CdkValue.Call(Cdk.Type("AWS.RDS.DatabaseInstanceEngine." + factory), new Props("AWS.RDS." + props)
            {
                { "Version", CdkValue.Call(Cdk.Type($"AWS.RDS.{version}.Of"), CdkValue.Literal(d.Version), CdkValue.Literal(major)) },
            });
        }
    }
}
