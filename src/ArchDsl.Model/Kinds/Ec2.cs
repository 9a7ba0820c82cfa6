namespace ArchDsl
{
    /// <summary>
    /// An Amazon EC2 instance with an encrypted disk, version 2 of the instance metadata service alone, and a role that may do what its
    /// edges say. It has a public address exactly in a <see cref="PublicSubnetAttribute"/>.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class Ec2Attribute : ArchDslAttribute
    {
        /// <summary>An instance.</summary>
        /// <param name="instanceType">
        /// The instance type, for example <c>t3.small</c>
        /// (<see href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html">AWS</see>).
        /// </param>
        public Ec2Attribute(string instanceType) => InstanceType = instanceType;

        /// <summary>The instance type.</summary>
        public string InstanceType { get; }

        /// <summary>The machine image, for the processor of the instance type; its newest version is taken at each deployment. Default: Amazon Linux 2023.</summary>
        public Ami Ami { get; set; }

        /// <summary>
        /// A script of the project that runs at the first boot, by its path from the project's folder. It is read when the project
        /// is compiled; every <c>.sh</c> file is found by itself, others are named in an <c>AdditionalFiles</c> item. 16 KiB at most
        /// (<see href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html">AWS</see>). Default: none.
        /// </summary>
        public string? UserDataFile { get; set; }

        /// <summary>
        /// The size of the disk in GiB, 8 to 16384
        /// (<see href="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html">AWS</see>). Default: 8.
        /// </summary>
        public int StorageGiB { get; set; } = 8;

        /// <summary>The port on which it answers a load balancer, 1 to 65535. Default: 80.</summary>
        public int Port { get; set; } = 80;

        /// <summary>
        /// How many hops an answer of the metadata service travels, 1 to 64
        /// (<see href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceMetadataOptionsRequest.html">AWS</see>).
        /// Default: 1, so that containers with a network of their own get no credentials of the instance; 2 lets them.
        /// </summary>
        public int MetadataHopLimit { get; set; } = 1;

        /// <summary>Whether CloudWatch gets the instance's metrics each minute, for a price, and not each five minutes. Default: false.</summary>
        public bool DetailedMonitoring { get; set; }

        /// <summary>Whether AWS refuses to terminate the instance, also when its stack is deleted, until this is false again. Default: false.</summary>
        public bool TerminationProtection { get; set; }
    }

    /// <summary>A machine image that AWS maintains.</summary>
    public enum Ami
    {
        /// <summary>Amazon Linux 2023.</summary>
        AmazonLinux2023,

        /// <summary>Amazon Linux 2, maintained until 30 June 2026.</summary>
        AmazonLinux2,
    }
}

namespace ArchDsl.Model
{
    /// <summary>An Amazon EC2 instance.</summary>
    public sealed record Instance : Component
    {
        /// <summary>The instance type.</summary>
        public required string InstanceType { get; init; }

        /// <summary>Whether its processor has the instruction set of ARM, and so must its machine image.</summary>
        public required bool Arm { get; init; }

        /// <summary>The machine image.</summary>
        public required Ami Ami { get; init; }

        /// <summary>The script that runs at the first boot, or null.</summary>
        public required string? UserData { get; init; }

        /// <summary>The file of that script, as the source names it, or null.</summary>
        public required string? UserDataFile { get; init; }

        /// <summary>The size of the disk in GiB.</summary>
        public required int StorageGiB { get; init; }

        /// <summary>The port on which it answers a load balancer.</summary>
        public required int Port { get; init; }

        /// <summary>How many hops an answer of the metadata service travels.</summary>
        public required int MetadataHopLimit { get; init; }

        /// <summary>Whether metrics come each minute.</summary>
        public required bool DetailedMonitoring { get; init; }

        /// <summary>Whether AWS refuses to terminate it.</summary>
        public required bool TerminationProtection { get; init; }

        /// <summary>Whether it has a public address.</summary>
        public required bool Public { get; init; }

        /// <inheritdoc/>
        public override string KindName => "EC2 instance";

        /// <inheritdoc/>
        public override ComponentRole Role => ComponentRole.Compute;

        /// <inheritdoc/>
        public override string Encryption => "disk at rest with the key aws/ebs";

        /// <inheritdoc/>
        public override bool HasPublicAddress => Public;

        // Its subnet assigns one: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
        /// <inheritdoc/>
        public override bool HasIpv6Address => Placement is { Ipv6: true };

        // The CDK takes the first of the subnets that it is given.
        /// <inheritdoc/>
        public override bool IsInFirstSubnet => true;

        /// <inheritdoc/>
        public override EquatableArray<PortRange> Ports => EquatableArray.Of(PortRange.All);

        /// <inheritdoc/>
        public override int? TargetPort => Port;
    }

    /// <summary>Amazon EC2.</summary>
    internal sealed class Ec2 : Kind<Ec2Attribute, Instance>
    {
        public override bool Networked => true;

        public override IReadOnlyList<Type> Modifiers =>
            [typeof(TrafficAttribute), typeof(SecurityGroupAttribute), typeof(UsesAttribute)];

        public override IReadOnlyList<Value> Values =>
            [ArchDsl.Value.PublicIp, ArchDsl.Value.PublicDnsName, ArchDsl.Value.Host, ArchDsl.Value.Name];

        protected override Instance Lower(Written<Ec2Attribute> written, ComponentContext context)
        {
            Ec2Attribute ec2 = written.Attribute;
            context.CheckRange(written, nameof(ec2.StorageGiB), ec2.StorageGiB, 8, 16384, "the size of the disk in GiB");
            context.CheckRange(written, nameof(ec2.Port), ec2.Port, 1, 65535, "a port");
            context.CheckRange(written, nameof(ec2.MetadataHopLimit), ec2.MetadataHopLimit, 1, 64, "the number of hops");
            context.Check(written, nameof(ec2.InstanceType), ec2.InstanceType, InstanceType.Ec2Fault(ec2.InstanceType));

            // https://docs.aws.amazon.com/linux/al2023/ug/system-requirements.html
            if (ec2.Ami == Ami.AmazonLinux2023 && InstanceType.Family(ec2.InstanceType) == "a1")
            {
                context.Contradict(written.At(nameof(ec2.InstanceType)), $"Amazon Linux 2023 does not start on the first Graviton processor of {ec2.InstanceType}; choose a type such as t4g.small");
            }

            return new Instance
            {
                Path = context.Node.Path,
                Origin = written.Origin,
                AddressOrigin = written.Origin,
                Placement = context.Placement,
                Hooked = context.Hooked,
                Removal = Removal.Destroy,
                InstanceType = ec2.InstanceType,
                Arm = InstanceType.IsArm(ec2.InstanceType),
                Ami = ec2.Ami,
                UserData = string.IsNullOrEmpty(ec2.UserDataFile) ? null : Script(written, context),
                UserDataFile = ec2.UserDataFile,
                StorageGiB = ec2.StorageGiB,
                Port = ec2.Port,
                MetadataHopLimit = ec2.MetadataHopLimit,
                DetailedMonitoring = ec2.DetailedMonitoring,
                TerminationProtection = ec2.TerminationProtection,
                Public = context.SubnetKind == SubnetKind.Public,
            };
        }

        private static string Script(Written<Ec2Attribute> written, ComponentContext context)
        {
            Origin origin = written.At(nameof(Ec2Attribute.UserDataFile));
            string script = context.File(origin, written.Attribute.UserDataFile!);
            if (ArgumentCheck.Fault(script) is { } fault)
            {
                context.Refuse(origin, written.Attribute.UserDataFile!, fault);
            }

            int size = System.Text.Encoding.UTF8.GetByteCount(script);
            if (size > LargestScript)
            {
                context.Refuse(origin, written.Attribute.UserDataFile!, $"a script for the first boot has {LargestScript} bytes at most, and this one has {size}; let it fetch the rest");
            }

            return script;
        }

        protected override bool UsedBy(Component user, Instance target, Written<UsesAttribute> edge, LoweringContext context)
        {
            PortRange port = PortRange.Tcp(target.Port);
            if (context.Allow(user, target, port, edge.Origin, "Requests"))
            {
                context.Edges.Add(new Edge(user.Path, target.Path, port, edge.Origin));
            }

            return true;
        }

        protected override void Emit(Instance i, CdkScope cdk)
        {
            CdkValue role = cdk.Role(i, Principal.Runtime, "Role", "ec2.amazonaws.com", "The role of the code that runs on the instance: what its edges permit, and no more.");
            CdkValue launch = cdk.Local("LaunchTemplate", "AWS.EC2.CfnLaunchTemplate", new Props("AWS.EC2.CfnLaunchTemplateProps")
            {
                { "LaunchTemplateData", new Props("AWS.EC2.CfnLaunchTemplate.LaunchTemplateDataProperty")
                    {
                        { "MetadataOptions", new Props("AWS.EC2.CfnLaunchTemplate.MetadataOptionsProperty")
                            {
                                { "HttpTokens", CdkValue.Text("required") },
                                { "HttpPutResponseHopLimit", i.MetadataHopLimit },
                            }
                        },
                    }
                },
            });
            CdkValue instance = cdk.Property(
                "Instance",
                "AWS.EC2.Instance_",
                new Props("AWS.EC2.InstanceProps")
                {
                    { "InstanceType", CdkValue.Call("new " + Cdk.Type("AWS.EC2.InstanceType"), CdkValue.Literal(i.InstanceType)) },
                    { "MachineImage", MachineImage(i) },
                    { "UserData", i.UserData is null ? null : CdkValue.Call(Cdk.Type("AWS.EC2.UserData.Custom"), CdkValue.Literal(i.UserData)) },
                    { "Role", role },
                    { "Vpc", cdk.Vpc(i) },
                    { "VpcSubnets", CdkScope.Subnets(i) },
                    { "SecurityGroup", cdk.SecurityGroup(i) },
                    { "AssociatePublicIpAddress", i.Public },
                    { "DetailedMonitoring", i.DetailedMonitoring ? (CdkValue)true : null },
                    { "BlockDevices", CdkValue.List(Cdk.Type("AWS.EC2.IBlockDevice"), [new Props("AWS.EC2.BlockDevice")
                        {
                            { "DeviceName", CdkValue.Text("/dev/xvda") },
                            { "Volume", CdkValue.Call(Cdk.Type("AWS.EC2.BlockDeviceVolume.Ebs"), i.StorageGiB, new Props("AWS.EC2.EbsDeviceOptions")
                                {
                                    { "Encrypted", true },
                                    { "VolumeType", Cdk.Static("AWS.EC2.EbsDeviceVolumeType.GP3") },
                                })
                            },
                        }])
                    },
                },
                "The instance.");
            cdk.Run(instance.Then(".Instance.AddPropertyOverride"), CdkValue.Text("LaunchTemplate"), CdkValue.Map("object",
            [
                ("LaunchTemplateId", CdkValue.Code(launch.Then(".Ref"))),
                ("Version", CdkValue.Code(launch.Then(".AttrLatestVersionNumber"))),
            ]));
            if (i.TerminationProtection)
            {
                cdk.Run(instance.Then(".Instance.AddPropertyOverride"), CdkValue.Text("DisableApiTermination"), true);
            }

            cdk.AfterRoutes(i, instance);
        }

        protected override CdkValue? Value(Instance i, Value value, CdkScope cdk)
        {
            string instance = cdk.Member(i.Path, "Instance");
            return value switch
            {
                ArchDsl.Value.PublicIp => CdkValue.Code(instance + ".InstancePublicIp"),
                ArchDsl.Value.PublicDnsName => CdkValue.Code(instance + ".InstancePublicDnsName"),
                ArchDsl.Value.Host => CdkValue.Code(instance + ".InstancePrivateDnsName"),
                ArchDsl.Value.Name => CdkValue.Code(instance + ".InstanceId"),
                _ => null,
            };
        }

        protected override CdkValue Target(Instance i, int port, CdkScope cdk) =>
            CdkValue.Call("new " + Cdk.Type("AWS.ElasticLoadBalancingV2.Targets.InstanceTarget"), CdkValue.Code(cdk.Member(i.Path, "Instance")), port);

        private const int LargestScript = 16384;

        private static CdkValue MachineImage(Instance i)
        {
            string factory = Cdk.Type("AWS.EC2.MachineImage.Latest" + i.Ami);
            return i.Arm ? CdkValue.Call(factory, new Props($"AWS.EC2.{i.Ami}ImageSsmParameterProps") { { "CpuType", Cdk.Static("AWS.EC2.AmazonLinuxCpuType.ARM_64") } }) : CdkValue.Call(factory);
        }

        protected override IEnumerable<Usage> Usages(Instance i, ArchitectureTopology topology) =>
        [
            Usage.Hourly("AmazonEC2", i.InstanceType, 1),
            Usage.Monthly("AmazonEC2", "EBS gp3 storage", i.StorageGiB, "GB-month"),
            .. i.Public ? new[] { Usage.PublicAddresses(1) } : [],

            // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html
            .. i.DetailedMonitoring ? new[] { Usage.Monthly("AmazonCloudWatch", "detailed monitoring", DetailedMetrics, "metric-month") } : [],
        ];

        protected override string Describe(Instance i) => $"EC2 {i.InstanceType}, {i.Ami}, {(i.Public ? "public address" : "no public address")}";

        private const int DetailedMetrics = 7;
    }
}
