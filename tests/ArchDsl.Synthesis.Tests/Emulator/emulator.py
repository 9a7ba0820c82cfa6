"""An AWS emulator for the synthesis tests: moto's server, plus what its CloudFormation leaves out.

moto 5.2 creates many resource types from a template, but it skips others in silence and drops properties of some.
Here those are added on top of moto's own services, each by the rule that AWS documents, so that "the stack was
created" and "the live security groups are those of the template" mean what they say. A type that neither knows is
not created, and the test names it.

Started by Emulator.cs as `python3 emulator.py <port>`; it ends when its standard input closes, so that it cannot
outlive the test run.
"""

import inspect
import json
import os
import re
import sys
import threading

# Validation that moto leaves off by default.
os.environ.setdefault("MOTO_EC2_ENABLE_INSTANCE_TYPE_VALIDATION", "true")

from moto.acm.models import acm_backends
from moto.applicationautoscaling.models import applicationautoscaling_backends
from moto.cloudformation import parsing
from moto.cloudwatch.models import cloudwatch_backends
from moto.core.common_models import CloudFormationModel
from moto.ec2.models import ec2_backends
from moto.ec2.models.instances import Instance
from moto.ec2.models.security_groups import SecurityGroup
from moto.ec2.models.subnets import Subnet
from moto.ecs.models import Service, TaskDefinition, ecs_backends
from moto.elasticache.models import elasticache_backends
from moto.rds.models import DBInstance, DBParameterGroup, DBSubnetGroup, rds_backends
from moto.s3.models import FakeBucket, s3_backends
from moto.secretsmanager.models import secretsmanager_backends
from moto.server import main
from moto.sns.models import sns_backends
from moto.ssm.models import ssm_backends
from moto.utilities.utils import get_partition


def camel(value):
    """CloudFormation's PascalCase keys as the service APIs' camelCase."""
    if isinstance(value, dict):
        return {key[0].lower() + key[1:]: camel(item) for key, item in value.items()}
    return [camel(item) for item in value] if isinstance(value, list) else value


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.replace("AZ", "Az").replace("ARN", "Arn")).lower()


def call(function, properties, **given):
    """Calls a service with the properties that it knows by the same name, and None for what else it asks for."""
    arguments = {snake(key): value for key, value in properties.items()} | given
    asked = inspect.signature(function).parameters
    return function(**{
        name: arguments.get(name)
        for name, parameter in asked.items()
        if name in arguments or parameter.default is inspect.Parameter.empty
    })


def boolean(value):
    return str(value).lower() == "true"


# ---------------------------------------------------------------- dynamic references


def resolve_dynamic_references(value, account_id, region):
    """`{{resolve:secretsmanager:...}}` and `{{resolve:ssm:...}}`, which moto keeps as text."""
    if isinstance(value, dict):
        return {key: resolve_dynamic_references(item, account_id, region) for key, item in value.items()}
    if isinstance(value, list):
        return [resolve_dynamic_references(item, account_id, region) for item in value]
    if not isinstance(value, str) or "{{resolve:" not in value:
        return value

    def replace(match):
        service, reference = match.group(1), match.group(2)
        if service == "ssm":
            return ssm_backends[account_id][region].get_parameter(reference).value
        secret_id, _, tail = reference.partition(":SecretString")
        text = secretsmanager_backends[account_id][region].get_secret_value(secret_id, "", "")["SecretString"]
        key = tail.split(":")[1] if tail.count(":") > 0 else ""
        return str(json.loads(text)[key]) if key else text

    return re.sub(r"\{\{resolve:(ssm|secretsmanager):(.*?)\}\}", replace, value)


parse_resource = parsing.parse_resource


def parse_and_resolve(resource_json, resources_map):
    parsed = parse_resource(resource_json, resources_map)
    if not parsed:
        return parsed
    resource_class, clean, resource_type = parsed
    properties = resolve_dynamic_references(
        clean.get("Properties", {}), resources_map["AWS::AccountId"], resources_map["AWS::Region"]
    )
    return resource_class, {**clean, "Properties": properties}, resource_type


parsing.parse_resource = parse_and_resolve

clean_json = parsing.clean_json


def clean_zones_too(resource_json, resources_map):
    """`Fn::GetAZs` of the stack's own region; moto knows a literal region alone, else us-east-1."""
    if isinstance(resource_json, dict) and "Fn::GetAZs" in resource_json:
        region = clean_json(resource_json["Fn::GetAZs"], resources_map) or resources_map["AWS::Region"]
        return [region + zone for zone in "abcd"]
    return clean_json(resource_json, resources_map)


parsing.clean_json = clean_zones_too


# ---------------------------------------------------------------- properties that moto drops


def extend(model):
    """Replaces a model's creation by a function that gets the original one and the properties."""

    def decorate(function):
        original = model.create_from_cloudformation_json.__func__

        def create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
            properties = cloudformation_json.get("Properties", {})

            def base(changed=None):
                return original(
                    cls, resource_name, {**cloudformation_json, "Properties": changed or properties},
                    account_id, region_name, **kwargs,
                )

            return function(base, properties, account_id, region_name)

        model.create_from_cloudformation_json = classmethod(create)
        return function

    return decorate


def authorize(authorize_rule, group_id, rule, peer_key):
    """One security group rule, inline or standalone, with every kind of peer."""
    cidr = [{key: rule[key]} for key in ("CidrIp", "CidrIpv6") if key in rule]
    groups = [{"GroupId": rule[peer_key]}] if peer_key in rule else []
    if not cidr and not groups:
        raise ValueError(f"A rule of {group_id} names no peer: {json.dumps(rule)}")
    authorize_rule(
        group_name_or_id=group_id,
        ip_protocol=str(rule["IpProtocol"]),
        from_port=rule.get("FromPort", -1),
        to_port=rule.get("ToPort", -1),
        ip_ranges=cidr,
        source_groups=groups,
    )


@extend(SecurityGroup)
def security_group(base, properties, account_id, region):
    backend = ec2_backends[account_id][region]
    group = base({key: value for key, value in properties.items() if key != "SecurityGroupIngress"})
    for rule in properties.get("SecurityGroupIngress", []):
        authorize(backend.authorize_security_group_ingress, group.id, rule, "SourceSecurityGroupId")
    if "SecurityGroupEgress" in properties:
        group.egress_rules.clear()  # stated egress replaces "allow all"
        for rule in properties["SecurityGroupEgress"]:
            authorize(backend.authorize_security_group_egress, group.id, rule, "DestinationSecurityGroupId")
    return group


@extend(Subnet)
def subnet(base, properties, account_id, region):
    made = base()
    made.map_public_ip_on_launch = boolean(properties.get("MapPublicIpOnLaunch", False))
    return made


Subnet.get_cfn_attribute = lambda self, name: {
    "AvailabilityZone": self.availability_zone, "SubnetId": self.id, "VpcId": self.vpc_id, "CidrBlock": self.cidr_block,
}[name]


@extend(Instance)
def instance(base, properties, account_id, region):
    backend = ec2_backends[account_id][region]
    template = properties.get("LaunchTemplate")
    if template:
        found = backend._get_template_from_args({**template, "Version": str(template["Version"])}).data
        properties = {**{k: v for k, v in found.items() if k not in properties}, **properties}
    interfaces = properties.get("NetworkInterfaces", [])
    groups = properties.get("SecurityGroupIds", [])
    reservation = backend.run_instances(
        image_id=properties["ImageId"],
        count=1,
        user_data=properties.get("UserData"),
        security_group_names=[],
        security_group_ids=groups,
        instance_type=properties["InstanceType"],
        is_instance_type_default=False,
        region_name=region,
        subnet_id=properties.get("SubnetId"),
        associate_public_ip=None,
        metadata_options=properties.get("MetadataOptions", {}),
        nics=[
            {
                **interface,
                "DeviceIndex": int(interface["DeviceIndex"]),
                "Groups": interface.get("GroupSet", []),
                "AssociatePublicIpAddress": boolean(interface.get("AssociatePublicIpAddress", False)),
            }
            for interface in interfaces
        ],
    )
    made = reservation.instances[0]
    for tag in properties.get("Tags", []):
        made.add_tag(tag["Key"], tag["Value"])
    if properties.get("IamInstanceProfile"):
        backend.associate_iam_instance_profile(
            instance_id=made.id, iam_instance_profile_name=properties["IamInstanceProfile"]
        )
    return made


for by_name in (DBSubnetGroup, DBParameterGroup):
    by_name.physical_resource_id = property(lambda self: self.name)


@extend(DBInstance)
def db_instance(base, properties, account_id, region):
    backend = rds_backends[account_id][region]
    changed = {
        **properties,
        "Port": properties.get("Port") or DBInstance.default_port(properties["Engine"]),
        "VpcSecurityGroupIds": properties.get("VPCSecurityGroups", []),
    }
    if "DBSubnetGroupName" in properties:
        changed["DBSubnetGroupName"] = backend.describe_db_subnet_groups(properties["DBSubnetGroupName"])[0]
    database = base(changed)
    if boolean(properties.get("DeletionProtection", False)):
        database.deletion_protection = True
    return database


@extend(TaskDefinition)
def task_definition(base, properties, account_id, region):
    return ecs_backends[account_id][region].register_task_definition(
        family=properties["Family"],
        container_definitions=camel(properties["ContainerDefinitions"]),
        volumes=camel(properties.get("Volumes", [])),
        network_mode=properties.get("NetworkMode"),
        requires_compatibilities=properties.get("RequiresCompatibilities"),
        cpu=properties.get("Cpu"),
        memory=properties.get("Memory"),
        task_role_arn=properties.get("TaskRoleArn"),
        execution_role_arn=properties.get("ExecutionRoleArn"),
        runtime_platform=camel(properties.get("RuntimePlatform")),
    )


@extend(Service)
def service(base, properties, account_id, region):
    made = base()
    made.launch_type = properties.get("LaunchType", "EC2")
    made.load_balancers = camel(properties.get("LoadBalancers", []))
    made.network_configuration = camel(properties.get("NetworkConfiguration", {}))
    return made


EVERY_BLOCK = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")


@extend(FakeBucket)
def bucket(base, properties, account_id, region):
    made = base()
    backend = s3_backends[account_id][get_partition(region)]
    # New buckets block all public access unless they say otherwise.
    block = properties.get("PublicAccessBlockConfiguration", dict.fromkeys(EVERY_BLOCK, True))
    backend.put_public_access_block(made.name, {key: boolean(block.get(key, False)) for key in EVERY_BLOCK})
    if "VersioningConfiguration" in properties:
        backend.put_bucket_versioning(made.name, properties["VersioningConfiguration"]["Status"])
    if "CorsConfiguration" in properties:
        singular = {"AllowedMethods": "AllowedMethod", "AllowedOrigins": "AllowedOrigin",
                    "AllowedHeaders": "AllowedHeader", "ExposedHeaders": "ExposeHeader", "MaxAge": "MaxAgeSeconds"}
        rules = properties["CorsConfiguration"]["CorsRules"]
        made.set_cors([{singular.get(key, key): value for key, value in rule.items()} for rule in rules])
    return made


# ---------------------------------------------------------------- types that moto skips


class Added(CloudFormationModel):
    """A resource of a type that moto does not create. `kind`, `name_property` and `create` say the rest."""

    __module__ = "moto.added"  # moto files its models by the service in the module's name

    def __init__(self, physical_id, attributes):
        self.physical_resource_id = physical_id
        self.attributes = attributes

    def get_cfn_attribute(self, name):
        return self.attributes[name]


def add(kind, name_property=""):
    def decorate(function):
        def create(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
            properties = cloudformation_json.get("Properties", {})
            physical_id, attributes = function(resource_name, properties, account_id, region_name)
            return cls(physical_id, attributes)

        model = type(
            re.sub(r"\W", "", kind),
            (Added,),
            {
                "__module__": Added.__module__,
                "cloudformation_name_type": staticmethod(lambda: name_property),
                "cloudformation_type": staticmethod(lambda: kind),
                "has_cfn_attr": classmethod(lambda cls, attribute: True),
                "create_from_cloudformation_json": classmethod(create),
            },
        )
        added.append(model)
        return function

    return decorate


added = []
known_models = parsing.get_model_list
parsing.get_model_list = lambda: [*known_models(), *added]


@add("AWS::EC2::SecurityGroupIngress")
def security_group_ingress(name, properties, account_id, region):
    # moto has this type, without IPv6 and without an id.
    authorize(ec2_backends[account_id][region].authorize_security_group_ingress,
              properties["GroupId"], properties, "SourceSecurityGroupId")
    return name, {"Id": name}


@add("AWS::EC2::SecurityGroupEgress")
def security_group_egress(name, properties, account_id, region):
    # Where the group itself states no egress, "allow all" is taken to stay beside this rule; AWS does not document it.
    authorize(ec2_backends[account_id][region].authorize_security_group_egress,
              properties["GroupId"], properties, "DestinationSecurityGroupId")
    return name, {"Id": name}


@add("AWS::SecretsManager::Secret", "Name")
def secret(name, properties, account_id, region):
    backend = secretsmanager_backends[account_id][region]
    text = properties.get("SecretString")
    generate = properties.get("GenerateSecretString")
    if generate is not None:
        password = backend.get_random_password(
            int(generate.get("PasswordLength", 32)),
            generate.get("ExcludeCharacters", ""),
            boolean(generate.get("ExcludeNumbers", False)),
            boolean(generate.get("ExcludePunctuation", False)),
            boolean(generate.get("ExcludeUppercase", False)),
            boolean(generate.get("ExcludeLowercase", False)),
            boolean(generate.get("IncludeSpace", False)),
            boolean(generate.get("RequireEachIncludedType", True)),
        )
        key = generate.get("GenerateStringKey")
        text = json.dumps({**json.loads(generate["SecretStringTemplate"]), key: password}) if key else password
    made = backend.create_secret(
        name=name, secret_string=text, secret_binary=None, description=properties.get("Description"),
        tags=properties.get("Tags"), kms_key_id=properties.get("KmsKeyId"), client_request_token=None,
        replica_regions=[], force_overwrite=False,
    )
    arn = json.loads(made)["ARN"]
    return arn, {"Id": arn}


@add("AWS::SecretsManager::SecretTargetAttachment")
def secret_target_attachment(name, properties, account_id, region):
    assert properties["TargetType"] == "AWS::RDS::DBInstance", properties["TargetType"]
    backend = secretsmanager_backends[account_id][region]
    database = rds_backends[account_id][region].describe_db_instances(properties["TargetId"])[0]
    text = json.loads(backend.get_secret_value(properties["SecretId"], "", "")["SecretString"])
    text.update(
        engine=database.engine, host=database.address, port=int(database.port),
        dbInstanceIdentifier=database.db_instance_identifier,
    )
    if database.db_name:
        text["dbname"] = database.db_name
    backend.put_secret_value(properties["SecretId"], json.dumps(text), "", "", ["AWSCURRENT"])
    return properties["SecretId"], {"Id": properties["SecretId"]}


@add("AWS::S3::BucketPolicy")
def bucket_policy(name, properties, account_id, region):
    backend = s3_backends[account_id][get_partition(region)]
    block = backend.get_bucket(properties["Bucket"]).public_access_block
    everyone = any(
        statement["Effect"] == "Allow" and statement.get("Principal") in ("*", {"AWS": "*"}) and "Condition" not in statement
        for statement in properties["PolicyDocument"]["Statement"]
    )
    if everyone and boolean(block.block_public_policy):
        raise ValueError(f"AccessDenied: {properties['Bucket']} blocks public policies")
    backend.put_bucket_policy(properties["Bucket"], json.dumps(properties["PolicyDocument"]).encode())
    return properties["Bucket"], {}


@add("AWS::ApplicationAutoScaling::ScalableTarget")
def scalable_target(name, properties, account_id, region):
    applicationautoscaling_backends[account_id][region].register_scalable_target(
        properties["ServiceNamespace"], properties["ResourceId"], properties["ScalableDimension"],
        int(properties["MinCapacity"]), int(properties["MaxCapacity"]), properties.get("RoleARN", ""), "",
    )
    return "|".join((properties["ResourceId"], properties["ScalableDimension"], properties["ServiceNamespace"])), {}


@add("AWS::ApplicationAutoScaling::ScalingPolicy")
def scaling_policy(name, properties, account_id, region):
    if "ScalingTargetId" in properties:
        resource_id, dimension, namespace = properties["ScalingTargetId"].split("|")
    else:
        resource_id, dimension, namespace = (
            properties[key] for key in ("ResourceId", "ScalableDimension", "ServiceNamespace"))
    made = applicationautoscaling_backends[account_id][region].put_scaling_policy(
        properties["PolicyName"], namespace, resource_id, dimension,
        properties.get("TargetTrackingScalingPolicyConfiguration", {}), properties["PolicyType"],
    )
    return made.policy_arn, {"Arn": made.policy_arn}


@add("AWS::CloudWatch::Alarm", "AlarmName")
def alarm(name, properties, account_id, region):
    metrics = [metric["Id"] for metric in properties.get("Metrics", [])]
    assert ("MetricName" in properties) != bool(metrics), "An alarm is on one metric, or on an expression of several."
    made = call(cloudwatch_backends[account_id][region].put_metric_alarm, properties, name=name,
                description=properties.get("AlarmDescription"), dimensions=properties.get("Dimensions", []),
                alarm_actions=properties.get("AlarmActions", []))
    return name, {"Arn": made.alarm_arn}


@add("AWS::CertificateManager::Certificate")
def certificate(name, properties, account_id, region):
    arn = acm_backends[account_id][region].request_certificate(
        properties["DomainName"], None, properties.get("SubjectAlternativeNames", []), properties.get("Tags", []))
    return arn, {"Id": arn, "CertificateArn": arn}


@add("AWS::ElastiCache::SubnetGroup", "CacheSubnetGroupName")
def cache_subnet_group(name, properties, account_id, region):
    for subnet_id in properties["SubnetIds"]:
        ec2_backends[account_id][region].get_subnet(subnet_id)
    made = call(elasticache_backends[account_id][region].create_cache_subnet_group, properties,
                cache_subnet_group_name=name.lower(), cache_subnet_group_description=properties["Description"])
    return made.cache_subnet_group_name, {}


@add("AWS::ElastiCache::ReplicationGroup", "ReplicationGroupId")
def cache_replication_group(name, properties, account_id, region):
    backend = elasticache_backends[account_id][region]
    if "CacheSubnetGroupName" in properties:
        backend.describe_cache_subnet_groups(properties["CacheSubnetGroupName"])
    for group_id in properties.get("SecurityGroupIds", []):
        assert ec2_backends[account_id][region].get_security_group_from_id(group_id), group_id
    made = call(backend.create_replication_group, properties, replication_group_id=name.lower()[:40])
    address = f"{made.replication_group_id}.emulated.cache.amazonaws.com"
    return made.replication_group_id, {
        f"{end}.{part}": value
        for end in ("PrimaryEndPoint", "ReaderEndPoint", "ConfigurationEndPoint")
        for part, value in (("Address", address), ("Port", str(made.port)))
    }


@add("AWS::SNS::Subscription")
def subscription(name, properties, account_id, region):
    made = sns_backends[account_id][region].subscribe(properties["TopicArn"], properties["Endpoint"], properties["Protocol"])
    return made.arn, {"Arn": made.arn}


@add("AWS::SNS::TopicPolicy")
def topic_policy(name, properties, account_id, region):
    for topic in properties["Topics"]:
        sns_backends[account_id][region].set_topic_attribute(topic, "Policy", json.dumps(properties["PolicyDocument"]))
    return name, {"Id": name}


@add("AWS::CDK::Metadata")
def cdk_metadata(name, properties, account_id, region):
    return name, {}


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    main(["-H", "127.0.0.1", "-p", sys.argv[1]])
