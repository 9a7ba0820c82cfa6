using System.Text;

namespace ArchDsl
{
    /// <summary>
    /// A service of containers on AWS Fargate, with roles that may do what its edges say, logs, and deployments that roll back when they
    /// fail. Its tasks have public addresses exactly in a <see cref="PublicSubnetAttribute"/>, and admit nobody but their load balancers
    /// and users.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class FargateAttribute : ArchDslAttribute
    {
        /// <summary>
        /// The container image, with registry and tag. The other way to say it is an image repository of the architecture. The role that
        /// starts the task may pull an image of Amazon ECR (<c>123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:1</c>) from its
        /// repository; a repository of another account lets it in by a policy of its own
        /// (<see href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html">AWS</see>). 255 characters at
        /// most (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">AWS</see>). Default: none.
        /// </summary>
        public string? Image { get; set; }

        /// <summary>The port on which the container listens, 1 to 65535. Default: 80.</summary>
        public int Port { get; set; } = 80;

        /// <summary>
        /// CPU units, 1024 to a virtual CPU: 256, 512, 1024, 2048, 4096, 8192 or 16384, each with its own range of memory
        /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size">AWS</see>).
        /// Default: 256.
        /// </summary>
        public int Cpu { get; set; } = 256;

        /// <summary>
        /// Memory in MiB. With 256 CPU units 512, 1024 or 2048; with 512 units 1024 to 4096, with 1024 units 2048 to 8192, with 2048 units 4096
        /// to 16384, with 4096 units 8192 to 30720, in steps of 1024; with 8192 units 16384 to 61440 in steps of 4096, with 16384 units 32768 to
        /// 122880 in steps of 8192
        /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size">AWS</see>).
        /// Default: 512.
        /// </summary>
        public int MemoryMiB { get; set; } = 512;

        /// <summary>
        /// How many tasks run, 0 to 5000 (<see href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html">AWS</see>).
        /// Default: 1.
        /// </summary>
        public int DesiredCount { get; set; } = 1;

        /// <summary>
        /// The name of the service, 255 letters, digits, hyphens and underscores at most
        /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html">AWS</see>). Default: CloudFormation
        /// chooses one.
        /// </summary>
        public string? Name { get; set; }

        /// <summary>
        /// The family of the task definition, 255 letters, digits, hyphens and underscores at most
        /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">AWS</see>). Default:
        /// CloudFormation chooses one.
        /// </summary>
        public string? Family { get; set; }
    }

    /// <summary>An environment variable of a compute component. Its value stands in the template: secrets come through <see cref="InjectSecretAttribute{T}"/>.</summary>
    /// <param name="name">
    /// The variable's name, without equals sign, 32,768 characters at most
    /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html">AWS</see>).
    /// </param>
    /// <param name="value">Its value, to the letter.</param>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class EnvAttribute(string name, string value) : ModifierAttribute
    {
        /// <summary>The variable's name.</summary>
        public string Name { get; } = name;

        /// <summary>Its value.</summary>
        public string Value { get; } = value;

        internal override string Identity => Name;
    }

    /// <summary>The log group of a compute component. Without the attribute CloudFormation names it.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class LogsAttribute : ModifierAttribute
    {
        /// <summary>A log group that CloudFormation names.</summary>
        public LogsAttribute()
        {
        }

        /// <summary>A log group with a name of its own.</summary>
        /// <param name="name">
        /// 1 to 512 letters, digits and <c>_-/.#</c>, not beginning with <c>aws/</c>
        /// (<see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html">AWS</see>).
        /// </param>
        public LogsAttribute(string name) => Name = name;

        /// <summary>The name of the log group. Default: CloudFormation chooses one.</summary>
        public string? Name { get; }

        /// <summary>
        /// How many days log events are kept, one of the steps (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,
        /// 1096, 1827, 2192, 2557, 2922, 3288, 3653) that
        /// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">CloudWatch Logs</see>
        /// knows. Default: 365, which is what audits ask for. Less is the advice ARCH4040.
        /// </summary>
        public int RetentionDays { get; set; } = 365;
    }

    /// <summary>Lets the number of tasks follow the load.</summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class AutoScaleAttribute : ModifierAttribute
    {
        /// <summary>The least number of tasks, 0 or more. Default: 1.</summary>
        public int Min { get; set; } = 1;

        /// <summary>The greatest number of tasks, 1 or more, and not below <see cref="Min"/>. Default: 4.</summary>
        public int Max { get; set; } = 4;

        /// <summary>
        /// The CPU utilisation to hold, 1 to 100 per cent; 0 leaves it out
        /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html">AWS</see>).
        /// Default: 70.
        /// </summary>
        public int CpuPercent { get; set; } = 70;

        /// <summary>
        /// The memory utilisation to hold, 1 to 100 per cent; 0 leaves it out
        /// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html">AWS</see>).
        /// Default: 0.
        /// </summary>
        public int MemoryPercent { get; set; }
    }
}

namespace ArchDsl.Model
{
    /// <summary>A service of containers on AWS Fargate.</summary>
    public sealed record FargateService : Component
    {
        /// <summary>The class of its cluster.</summary>
        public required NodePath Cluster { get; init; }

        /// <summary>The container image.</summary>
        public required ContainerImage Image { get; init; }

        /// <summary>The container's name.</summary>
        public required string ContainerName { get; init; }

        /// <summary>The physical name of the role of the code, or null.</summary>
        public required string? TaskRoleName { get; init; }

        /// <summary>The physical name of the role that starts the tasks, or null.</summary>
        public required string? ExecutionRoleName { get; init; }

        /// <summary>The container's port.</summary>
        public required int Port { get; init; }

        /// <summary>CPU units.</summary>
        public required int Cpu { get; init; }

        /// <summary>Memory in MiB.</summary>
        public required int MemoryMiB { get; init; }

        /// <summary>How many tasks run.</summary>
        public required int DesiredCount { get; init; }

        /// <summary>The service's physical name, or null.</summary>
        public required string? Name { get; init; }

        /// <summary>The family of the task definition, or null.</summary>
        public required string? Family { get; init; }

        /// <summary>The log group's physical name, or null.</summary>
        public required string? LogGroupName { get; init; }

        /// <summary>How long logs are kept.</summary>
        public required int LogRetentionDays { get; init; }

        /// <summary>What the name of each log stream begins with.</summary>
        public string LogStreamPrefix { get; init; } = "ecs";

        /// <summary>How tasks are on the network: Fargate knows this mode alone, in which each has an interface and its security group of its own.</summary>
        public string NetworkMode { get; init; } = "awsvpc";

        /// <summary>The argument that says so, or else the attribute.</summary>
        public required Origin LogRetentionOrigin { get; init; }

        /// <summary>How the number of tasks follows the load, or null.</summary>
        public required AutoScaling? AutoScaling { get; init; }

        /// <summary>Whether the tasks have public addresses.</summary>
        public required bool Public { get; init; }

        /// <inheritdoc/>
        public override string KindName => "Fargate service";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.Compute;

        /// <inheritdoc/>
        public override bool HasPublicAddress => Public;

        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
        /// <inheritdoc/>
        public override bool HasIpv6Address => Placement is { Ipv6: true };

        /// <inheritdoc/>
        public override EquatableArray<PortRange> Ports => EquatableArray.Of(PortRange.All);

        /// <inheritdoc/>
        public override int? TargetPort => Port;

        /// <inheritdoc/>
        public override int LeastAddresses(int zones) => Math.Max(LeastTasks, 0);

        /// <summary>How many tasks run when there is nothing to do.</summary>
        public int LeastTasks => DesiredCount == 0 ? 0 : AutoScaling?.Min ?? DesiredCount;

        /// <inheritdoc/>
        public override bool TakesEnvironment => true;
    }

    /// <summary>A container image.</summary>
    /// <param name="Name">The name with registry and tag, where it is not from the architecture's own repository.</param>
    /// <param name="Repository">The class of the repository, or null.</param>
    /// <param name="Tag">The tag in the repository.</param>
    public sealed record ContainerImage(string Name, NodePath? Repository, string Tag)
    {
        /// <summary>Whether it comes from a private registry of Amazon ECR, in this architecture or not.</summary>
        public bool IsInEcr => Repository is not null || EcrImage.Region(Name) is not null;
    }

    /// <summary>How a number of tasks follows the load.</summary>
    /// <param name="Min">The least number.</param>
    /// <param name="Max">The greatest number.</param>
    /// <param name="CpuPercent">The CPU utilisation to hold; null for none.</param>
    /// <param name="MemoryPercent">The memory utilisation to hold; null for none.</param>
    /// <param name="Origin">The argument that says the least number, or else the attribute.</param>
    public sealed record AutoScaling(int Min, int Max, int? CpuPercent, int? MemoryPercent, Origin Origin);

    /// <summary>AWS Fargate.</summary>
    internal sealed class Fargate : Kind<FargateAttribute, FargateService>
    {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
        private const int MostBytesOfADefinition = 64 * 1024;

        public override bool Networked => true;

        public override IReadOnlyList<Type> Modifiers =>
        [
            typeof(TrafficAttribute), typeof(SecurityGroupAttribute), typeof(UsesAttribute), typeof(InjectSecretAttribute),
            typeof(EnvAttribute), typeof(LogsAttribute), typeof(AutoScaleAttribute), typeof(RemovalAttribute), typeof(ImageFromAttribute),
            typeof(ContainerAttribute), typeof(RolesAttribute), typeof(AlarmAttribute),
        ];

        public override IReadOnlyList<Value> Values => [ArchDsl.Value.Name, ArchDsl.Value.Arn];

        protected override FargateService Lower(Written<FargateAttribute> written, ComponentContext context)
        {
            FargateAttribute fargate = written.Attribute;
            LogsAttribute logs = context.Get<LogsAttribute>() ?? new LogsAttribute();
            Check(written, logs, context);
            return new FargateService
            {
                Path = context.Node.Path,
                Origin = written.Origin,
                AddressOrigin = written.Origin,
                Placement = context.Placement,
                Hooked = context.Hooked,
                Removal = context.Removal(Removal.Destroy),
                Cluster = context.Cluster(),
                Image = context.Node.Get<ImageFromAttribute>() is { } from
                    ? new ContainerImage("", context.PathOf<EcrAttribute>(from.Declaration), from.Attribute.Tag)
                    : new ContainerImage(fargate.Image ?? "", null, ""),
                ContainerName = context.Get<ContainerAttribute>()?.Name ?? ContainerName(context.Node.Name),
                TaskRoleName = context.Get<RolesAttribute>()?.Task,
                ExecutionRoleName = context.Get<RolesAttribute>()?.Execution,
                Port = fargate.Port,
                Cpu = fargate.Cpu,
                MemoryMiB = fargate.MemoryMiB,
                DesiredCount = written.Declaration.Has(nameof(fargate.DesiredCount)) ? fargate.DesiredCount : Math.Max(fargate.DesiredCount, context.Get<AutoScaleAttribute>()?.Min ?? 0),
                Name = fargate.Name,
                Family = fargate.Family,
                LogGroupName = logs.Name,
                LogRetentionDays = LogRetention.Member(logs.RetentionDays) is null ? new LogsAttribute().RetentionDays : logs.RetentionDays,
                LogRetentionOrigin = context.Node.Get<LogsAttribute>()?.At(nameof(logs.RetentionDays)) ?? written.Origin,
                AutoScaling = context.Node.Get<AutoScaleAttribute>() is { Attribute: var scale } scaling
                    ? new AutoScaling(scale.Min, scale.Max, scale.CpuPercent == 0 ? null : scale.CpuPercent, scale.MemoryPercent == 0 ? null : scale.MemoryPercent, scaling.At(nameof(scale.Min)))
                    : null,
                Public = context.SubnetKind == SubnetKind.Public,
            };
        }

        protected override void Connect(FargateService component, Node node, LoweringContext context)
        {
            int size = 0;
            foreach (Written<EnvAttribute> env in node.All<EnvAttribute>())
            {
                size += Encoding.UTF8.GetByteCount(env.Attribute.Name) + Encoding.UTF8.GetByteCount(env.Attribute.Value);
                if (size > MostBytesOfADefinition)
                {
                    context.Report<CannotWork>(env.At(nameof(EnvAttribute.Value)), context.NameOf(component.Path), "its environment variables are above 64 KiB, the limit of a task definition; keep what is long in a bucket or a parameter");
                    break;
                }

                context.Inject(component, env.Attribute.Name, new LiteralValue(env.Attribute.Value), env.Origin);
            }

            context.Grant(component, Principal.Execution, ["logs:CreateLogStream", "logs:PutLogEvents"], [new GrantResource(component.Path, ResourcePart.LogGroup)], component.Origin);
            if (EcrImage.Arn(component.Image.Name) is { } repository)
            {
                // Endpoints lead to the services of their own region alone:
                // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
                bool near = context.Region is null || context.Region == EcrImage.Region(component.Image.Name);
                ImageFrom.AllowPull(component, new GrantResource(null, Arn: repository), component.OriginOf(nameof(FargateAttribute.Image)), context, near);
                if (near)
                {
                    return;
                }
            }

            if (component.Image.Repository is null)
            {
                context.Need(component, "registry", component.Origin);
            }
        }

        protected override bool UsedBy(Component user, FargateService target, Written<UsesAttribute> edge, LoweringContext context)
        {
            PortRange port = PortRange.Tcp(target.Port);
            if (context.Allow(user, target, port, edge.Origin, "Requests"))
            {
                context.Edges.Add(new Edge(user.Path, target.Path, port, edge.Origin));
            }

            return true;
        }

        protected override void Emit(FargateService f, CdkScope cdk)
        {
            CdkValue logGroup = cdk.Property(
                "LogGroup",
                "AWS.Logs.LogGroup",
                new Props("AWS.Logs.LogGroupProps")
                {
                    { "LogGroupName", f.LogGroupName is null ? null : CdkValue.Name(f.LogGroupName) },
                    { "Retention", Cdk.Static("AWS.Logs.RetentionDays." + LogRetention.Member(f.LogRetentionDays)) },
                    { "RemovalPolicy", CdkScope.Removal(f) },
                },
                "The log group of the containers.");
            CdkValue taskRole = cdk.Role(f, Principal.Runtime, "TaskRole", "ecs-tasks.amazonaws.com", "The role of the code in the containers: what its edges permit, and no more.", f.TaskRoleName);
            CdkValue executionRole = cdk.Role(f, Principal.Execution, "ExecutionRole", "ecs-tasks.amazonaws.com", "The role that starts the tasks: it pulls the image, reads the secrets and writes the logs.", f.ExecutionRoleName);
            CdkValue task = cdk.Property(
                "TaskDefinition",
                "AWS.ECS.FargateTaskDefinition",
                new Props("AWS.ECS.FargateTaskDefinitionProps")
                {
                    { "Family", f.Family is null ? null : CdkValue.Name(f.Family) },
                    { "Cpu", f.Cpu },
                    { "MemoryLimitMiB", f.MemoryMiB },
                    { "TaskRole", taskRole },

                    // The topology alone says what the role may do: the CDK's own additions are kept out.
                    { "ExecutionRole", CdkValue.Call(executionRole.Then(".WithoutPolicyUpdates")) },
                },
                "The task definition.");
            cdk.Run(task.Then(".AddContainer"), CdkValue.Literal(f.ContainerName), Container(f, logGroup, cdk));
            CdkValue service = cdk.Property(
                "Service",
                "AWS.ECS.FargateService",
                new Props("AWS.ECS.FargateServiceProps")
                {
                    { "ServiceName", f.Name is null ? null : CdkValue.Name(f.Name) },
                    { "Cluster", CdkValue.Code(cdk.Member(f.Cluster, "Cluster")) },
                    { "TaskDefinition", task },
                    { "DesiredCount", f.DesiredCount },
                    { "AssignPublicIp", f.Public },
                    { "VpcSubnets", CdkScope.Subnets(f) },
                    { "SecurityGroups", CdkValue.List(Cdk.Type("AWS.EC2.ISecurityGroup"), [cdk.SecurityGroup(f)]) },
                    { "CircuitBreaker", new Props("AWS.ECS.DeploymentCircuitBreaker") { { "Enable", true }, { "Rollback", true } } },
                    { "MinHealthyPercent", 100 },
                    { "MaxHealthyPercent", 200 },
                },
                "The service.");
            cdk.AfterRoutes(f, service);
            Scale(f, service, cdk);
            foreach (Alarm alarm in cdk.Topology.AlarmsOf(f.Path))
            {
                ServiceAlarm.Emit(alarm, cdk.Member(f.Cluster, "Cluster") + ".ClusterName", service.Then(".ServiceName"), cdk);
            }
        }

        protected override CdkValue? Value(FargateService f, Value value, CdkScope cdk) => value switch
        {
            ArchDsl.Value.Name => CdkValue.Code(cdk.Member(f.Path, "Service") + ".ServiceName"),
            ArchDsl.Value.Arn => CdkValue.Code(cdk.Member(f.Path, "Service") + ".ServiceArn"),
            _ => null,
        };

        protected override string Arn(FargateService f, ResourcePart part, CdkScope cdk) =>
            cdk.Member(f.Path, part == ResourcePart.LogGroup ? "LogGroup" : "Service") + (part == ResourcePart.LogGroup ? ".LogGroupArn" : ".ServiceArn");

        protected override CdkValue Target(FargateService f, int port, CdkScope cdk) => CdkValue.Call(
            cdk.Member(f.Path, "Service") + ".LoadBalancerTarget",
            new Props("AWS.ECS.LoadBalancerTargetOptions") { { "ContainerName", CdkValue.Literal(f.ContainerName) }, { "ContainerPort", port } });

        protected override IEnumerable<Usage> Usages(FargateService f, ArchitectureTopology topology) =>
        [
            Usage.Hourly("AmazonECS", "Fargate vCPU", f.LeastTasks * f.Cpu / 1024m, "vCPU-hour"),
            Usage.Hourly("AmazonECS", "Fargate memory", f.LeastTasks * f.MemoryMiB / 1024m, "GB-hour"),
            .. f.Public ? new[] { Usage.PublicAddresses(f.LeastTasks) } : [],
            .. Usage.Logs,
        ];

        protected override string Describe(FargateService f) =>
            $"Fargate, {f.Cpu} CPU units and {f.MemoryMiB} MiB, {f.DesiredCount} task{(f.DesiredCount == 1 ? "" : "s")} on port {f.Port}";

        private static void Check(Written<FargateAttribute> written, LogsAttribute logs, ComponentContext context)
        {
            FargateAttribute fargate = written.Attribute;
            context.CheckRange(written, nameof(fargate.Port), fargate.Port, 1, 65535, "a port");
            context.CheckRange(written, nameof(fargate.DesiredCount), fargate.DesiredCount, 0, 5000, "the number of tasks");
            bool repository = context.Node.Get<ImageFromAttribute>() is not null;
            if (string.IsNullOrEmpty(fargate.Image) != repository)
            {
                context.Contradict(written.At(nameof(fargate.Image)), repository
                    ? "it has two images; keep one of Image = \"...\" and [ImageFrom<T>]"
                    : "it has no image; add Image = \"...\" or [ImageFrom<T>]");
            }

            if (FargateSize.Refusal(fargate.Cpu, fargate.MemoryMiB) is { } refusal)
            {
                context.Refuse(written.At(nameof(fargate.MemoryMiB), nameof(fargate.Cpu)), $"{fargate.Cpu} CPU units with {fargate.MemoryMiB} MiB", refusal);
            }

            if (context.Node.Get<LogsAttribute>() is { } writtenLogs && LogRetention.Member(logs.RetentionDays) is null)
            {
                context.Refuse(writtenLogs.At(nameof(logs.RetentionDays)), $"{logs.RetentionDays}", "CloudWatch Logs keeps events for " + LogRetention.Steps + " days");
            }

            if (context.Node.Get<AutoScaleAttribute>() is { } scale)
            {
                Check(scale, context);

                // A service of no tasks is stopped, and scaling leaves it so.
                if (written.Declaration.Has(nameof(fargate.DesiredCount)) && fargate.DesiredCount > 0 && scale.Attribute.Min <= scale.Attribute.Max && (fargate.DesiredCount > scale.Attribute.Max || fargate.DesiredCount < scale.Attribute.Min))
                {
                    context.Contradict(written.At(nameof(fargate.DesiredCount)), $"its {fargate.DesiredCount} tasks are not among the {scale.Attribute.Min} to {scale.Attribute.Max} of [AutoScale], which would change them at once; write one of these, or leave DesiredCount out");
                }
            }
        }

        private static void Check(Written<AutoScaleAttribute> written, ComponentContext context)
        {
            AutoScaleAttribute scale = written.Attribute;
            if (scale.Min < 0 || scale.Max < Math.Max(1, scale.Min))
            {
                context.Refuse(written.At(nameof(scale.Max), nameof(scale.Min)), $"{scale.Min} to {scale.Max}", "the greatest number of tasks is not below the least, nor below 1");
            }

            context.CheckRange(written, nameof(scale.CpuPercent), scale.CpuPercent, 0, 100, "a utilisation in per cent");
            context.CheckRange(written, nameof(scale.MemoryPercent), scale.MemoryPercent, 0, 100, "a utilisation in per cent");
            if (scale is { CpuPercent: 0, MemoryPercent: 0 })
            {
                context.Contradict(written.At(nameof(scale.CpuPercent)), "[AutoScale] has nothing to follow; set CpuPercent or MemoryPercent");
            }
        }

        // C# lets letters of every script into the name of a class, ECS those of ASCII into the name of a container.
        private static string ContainerName(string name) => new([.. name.Select(static c => c < 128 ? c : '_')]);

        private static CdkValue Container(FargateService f, CdkValue logGroup, CdkScope cdk)
        {
            List<(string, CdkValue)> plain = [];
            List<(string, CdkValue)> secret = [];
            foreach (EnvironmentVariable variable in cdk.Topology.EnvironmentOf(f.Path))
            {
                switch (variable.Value)
                {
                    case LiteralValue literal:
                        plain.Add((variable.Name, CdkValue.Literal(literal.Text)));
                        break;
                    case ComponentValue value:
                        plain.Add((variable.Name, cdk.Value(value.Component, value.Value)));
                        break;
                    case SecretValue value:
                        CdkValue[] source = value.Field is null ? [cdk.Secret(value.Component)] : [cdk.Secret(value.Component), CdkValue.Literal(value.Field)];
                        secret.Add((variable.Name, CdkValue.Call(Cdk.Type("AWS.ECS.Secret.FromSecretsManager"), source)));
                        break;
                }
            }

            return new Props("AWS.ECS.ContainerDefinitionOptions")
            {
                { "Image", Image(f.Image, cdk) },
                { "PortMappings", CdkValue.List(Cdk.Type("AWS.ECS.IPortMapping"), [new Props("AWS.ECS.PortMapping") { { "ContainerPort", f.Port }, { "HostPort", f.Port } }]) },
                { "Environment", plain.Count == 0 ? null : CdkValue.Map("string", plain) },
                { "Secrets", secret.Count == 0 ? null : CdkValue.Map(Cdk.Type("AWS.ECS.Secret"), secret) },
                { "Logging", CdkValue.Call(Cdk.Type("AWS.ECS.LogDriver.AwsLogs"), new Props("AWS.ECS.AwsLogDriverProps")
                    {
                        { "LogGroup", logGroup },
                        { "StreamPrefix", CdkValue.Text(f.LogStreamPrefix) },
                    })
                },
            };
        }

        private static CdkValue Image(ContainerImage image, CdkScope cdk) => image.Repository is { } repository
            ? CdkValue.Call(Cdk.Type("AWS.ECS.ContainerImage.FromEcrRepository"), CdkValue.Code(cdk.Member(repository, "Repository")), CdkValue.Literal(image.Tag))
            : CdkValue.Call(Cdk.Type("AWS.ECS.ContainerImage.FromRegistry"), CdkValue.Literal(image.Name));

        private static void Scale(FargateService f, CdkValue service, CdkScope cdk)
        {
            if (f.AutoScaling is not { } scaling)
            {
                return;
            }

            CdkValue count = cdk.Let("scaling", CdkValue.Call(service.Then(".AutoScaleTaskCount"), new Props("AWS.ApplicationAutoScaling.EnableScalingProps")
            {
                { "MinCapacity", scaling.Min },
                { "MaxCapacity", scaling.Max },
            }));
            if (scaling.CpuPercent is { } cpu)
            {
                cdk.Run(count.Then(".ScaleOnCpuUtilization"), CdkValue.Text("Cpu"), new Props("AWS.ECS.CpuUtilizationScalingProps") { { "TargetUtilizationPercent", cpu } });
            }

            if (scaling.MemoryPercent is { } memory)
            {
                cdk.Run(count.Then(".ScaleOnMemoryUtilization"), CdkValue.Text("Memory"), new Props("AWS.ECS.MemoryUtilizationScalingProps") { { "TargetUtilizationPercent", memory } });
            }
        }
    }

    /// <summary>The sizes that AWS Fargate has.</summary>
    internal static class FargateSize
    {
        // CPU units, least and greatest memory in GiB, step in GiB:
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
        private static readonly (int Cpu, int Min, int Max, int Step)[] Sizes =
        [
            (512, 1, 4, 1), (1024, 2, 8, 1), (2048, 4, 16, 1), (4096, 8, 30, 1), (8192, 16, 60, 4), (16384, 32, 120, 8),
        ];

        /// <summary>Why a size is none of Fargate's; null where it is one.</summary>
        public static string? Refusal(int cpu, int memoryMiB)
        {
            if (cpu == 256)
            {
                return memoryMiB is 512 or 1024 or 2048 ? null : "with 256 CPU units Fargate has 512, 1024 or 2048 MiB";
            }

            foreach ((int units, int min, int max, int step) in Sizes)
            {
                if (units == cpu)
                {
                    bool known = memoryMiB >= min * 1024 && memoryMiB <= max * 1024 && (memoryMiB - (min * 1024)) % (step * 1024) == 0;
                    return known ? null : $"with {cpu} CPU units Fargate has {min * 1024} to {max * 1024} MiB in steps of {step * 1024}";
                }
            }

            return "Fargate has 256, 512, 1024, 2048, 4096, 8192 and 16384 CPU units";
        }
    }

    /// <summary>The retention steps of CloudWatch Logs.</summary>
    internal static class LogRetention
    {
        // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
        private static readonly (int Days, string Member)[] Members =
        [
            (1, "ONE_DAY"), (3, "THREE_DAYS"), (5, "FIVE_DAYS"), (7, "ONE_WEEK"), (14, "TWO_WEEKS"), (30, "ONE_MONTH"), (60, "TWO_MONTHS"),
            (90, "THREE_MONTHS"), (120, "FOUR_MONTHS"), (150, "FIVE_MONTHS"), (180, "SIX_MONTHS"), (365, "ONE_YEAR"), (400, "THIRTEEN_MONTHS"),
            (545, "EIGHTEEN_MONTHS"), (731, "TWO_YEARS"), (1096, "THREE_YEARS"), (1827, "FIVE_YEARS"), (2192, "SIX_YEARS"), (2557, "SEVEN_YEARS"),
            (2922, "EIGHT_YEARS"), (3288, "NINE_YEARS"), (3653, "TEN_YEARS"),
        ];

        public static string Steps => string.Join(", ", Members.Select(static m => m.Days));

        /// <summary>The CDK's name for a number of days; null for a number that CloudWatch Logs does not know.</summary>
        public static string? Member(int days) => Members.FirstOrDefault(m => m.Days == days).Member;
    }
}
