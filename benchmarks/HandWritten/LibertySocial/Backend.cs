using Amazon.CDK;
using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using Secret = Amazon.CDK.AWS.ECS.Secret;

namespace HandWritten;

/// <summary>The service, its roles and its alarms.</summary>
public sealed class Backend : Construct
{
    private readonly Stores stores;

    public Backend(Construct scope, string id, Network network, Groups groups, Stores stores)
        : base(scope, id)
    {
        this.stores = stores;
        var cluster = new Cluster(this, "Cluster", new ClusterProps { ClusterName = "liberty-social-backend", Vpc = network.Vpc, ContainerInsights = true });
        var logs = new LogGroup(this, "Logs", new LogGroupProps
        {
            LogGroupName = "/ecs/liberty-social-backend",
            Retention = RetentionDays.ONE_MONTH,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps
        {
            Family = "liberty-social-backend",
            Cpu = 256,
            MemoryLimitMiB = 512,
            TaskRole = TaskRole(),
            ExecutionRole = ExecutionRole(logs).WithoutPolicyUpdates(),
        });
        var database = stores.Database.Secret!;
        task.AddContainer("liberty-social-backend", new ContainerDefinitionOptions
        {
            Image = ContainerImage.FromEcrRepository(stores.Images, "latest"),
            PortMappings = [new PortMapping { ContainerPort = 8000, HostPort = 8000 }],
            Environment = new Dictionary<string, string>
            {
                ["CACHE_HOST"] = stores.Cache.AttrPrimaryEndPointAddress,
                ["CACHE_PORT"] = stores.Cache.AttrPrimaryEndPointPort,
                ["UPLOADS_BUCKET_NAME"] = stores.Uploads.BucketName,
            },
            Secrets = new Dictionary<string, Secret>
            {
                ["AWS_ACCESS_KEY_ID"] = Secret.FromSecretsManager(stores.AccessKeyId),
                ["AWS_SECRET_ACCESS_KEY"] = Secret.FromSecretsManager(stores.SecretAccessKey),
                ["DB_HOST"] = Secret.FromSecretsManager(database, "host"),
                ["DB_NAME"] = Secret.FromSecretsManager(database, "dbname"),
                ["DB_PASSWORD"] = Secret.FromSecretsManager(database, "password"),
                ["DB_PORT"] = Secret.FromSecretsManager(database, "port"),
                ["DB_USER"] = Secret.FromSecretsManager(database, "username"),
                ["DEFAULT_FROM_EMAIL"] = Secret.FromSecretsManager(stores.FromEmail),
                ["SECRET_KEY"] = Secret.FromSecretsManager(stores.DjangoKey),
            },
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = logs, StreamPrefix = "ecs" }),
        });
        Service = new FargateService(this, "Service", new FargateServiceProps
        {
            ServiceName = "liberty-social-backend-service",
            Cluster = cluster,
            TaskDefinition = task,
            DesiredCount = 2,
            AssignPublicIp = false,
            VpcSubnets = network.PrivateSubnets,
            SecurityGroups = [groups.Api],
            CircuitBreaker = new DeploymentCircuitBreaker { Enable = true, Rollback = true },
            MinHealthyPercent = 100,
            MaxHealthyPercent = 200,
        });
        Service.Node.AddDependency([.. network.Private.Select(Network.RouteOf)]);

        Service.AutoScaleTaskCount(new EnableScalingProps { MinCapacity = 2, MaxCapacity = 10 })
            .ScaleOnCpuUtilization("Cpu", new CpuUtilizationScalingProps { TargetUtilizationPercent = 70 });
        Alarm("Cpu", "liberty-backend-cpu-high", Service.MetricCpuUtilization());
        Alarm("Memory", "liberty-backend-memory-high", Service.MetricMemoryUtilization());
        TaskFailures(cluster);
    }

    public FargateService Service { get; }

    private Role TaskRole()
    {
        var uploads = stores.Uploads.BucketArn;
        return new Role(this, "TaskRole", new RoleProps
        {
            RoleName = "ecsTaskRole",
            AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
            InlinePolicies = new Dictionary<string, PolicyDocument>
            {
                ["S3Access"] = Document(Allow(["s3:ListBucket"], uploads), Allow(["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], uploads + "/*")),
                ["SecretsManagerAccess"] = Document([.. Secrets().Select(arn => Allow(["secretsmanager:GetSecretValue"], arn))]),
            },
        });
    }

    private Role ExecutionRole(LogGroup logs) => new(this, "ExecutionRole", new RoleProps
    {
        RoleName = "ecsTaskExecutionRole",
        AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com"),
        InlinePolicies = new Dictionary<string, PolicyDocument>
        {
            ["EcrAccess"] = Document(
                Allow(["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], stores.Images.RepositoryArn),
                Allow(["ecr:GetAuthorizationToken"], "*")),
            ["LogsAccess"] = Document(Allow(["logs:CreateLogStream", "logs:PutLogEvents"], logs.LogGroupArn)),
            ["SecretsManagerAccess"] = Document([.. Secrets().Select(arn => Allow(["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"], arn))]),
        },
    });

    private IEnumerable<string> Secrets() =>
    [
        stores.DjangoKey.SecretArn, stores.FromEmail.SecretArn, stores.AccessKeyId.SecretArn, stores.SecretAccessKey.SecretArn, stores.Database.Secret!.SecretArn,
    ];

    private void Alarm(string id, string name, Metric metric)
    {
        var alarm = new Alarm(this, id, new AlarmProps
        {
            AlarmName = name,
            Metric = metric,
            Threshold = 80,
            EvaluationPeriods = 1,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            TreatMissingData = TreatMissingData.MISSING,
        });
        alarm.AddAlarmAction(new SnsAction(stores.Alerts));
    }

    // By L1: the L2 expression has an id of its own.
    private void TaskFailures(Cluster cluster)
    {
        _ = new CfnAlarm(this, "TaskFailures", new CfnAlarmProps
        {
            AlarmName = "liberty-backend-task-failures",
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            Threshold = 1,
            EvaluationPeriods = 1,
            TreatMissingData = "breaching",
            AlarmActions = [stores.Alerts.TopicArn],
            Metrics = new object[]
            {
                new CfnAlarm.MetricDataQueryProperty { Id = "failures", Label = "TaskFailures", Expression = "desired - running" },
                Count("desired", "DesiredTaskCount"),
                Count("running", "RunningTaskCount"),
            },
        });

        CfnAlarm.MetricDataQueryProperty Count(string id, string name) => new()
        {
            Id = id,
            ReturnData = false,
            MetricStat = new CfnAlarm.MetricStatProperty
            {
                Metric = new CfnAlarm.MetricProperty
                {
                    Namespace = "ECS/ContainerInsights",
                    MetricName = name,
                    Dimensions = new object[]
                    {
                        new CfnAlarm.DimensionProperty { Name = "ClusterName", Value = cluster.ClusterName },
                        new CfnAlarm.DimensionProperty { Name = "ServiceName", Value = Service.ServiceName },
                    },
                },
                Period = 300,
                Stat = "Average",
            },
        };
    }

    private static PolicyDocument Document(params PolicyStatement[] statements) => new(new PolicyDocumentProps { Statements = statements });

    private static PolicyStatement Allow(string[] actions, string resource) => new(new PolicyStatementProps { Actions = actions, Resources = [resource] });
}
