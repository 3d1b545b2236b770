using System.Reflection;
using System.Text.Json;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Storage;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.BoundValues;

/// <summary>Who looks at a bound value without opening it: texts, logs, debuggers, serialisers that reflect.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ClosedBoundTests : IDisposable
{
    private readonly TestHost _host = new();

    private static Member Jane => new(7, "address", "Jay", 30);

    public void Dispose() => _host.Dispose();

    [Fact]
    public void OrdinaryJson_RefusesIt_AndReadsNone()
    {
        var bound = Bound.From(Jane, one => one.Email);
        foreach (var options in new[] { new JsonSerializerOptions(), new JsonSerializerOptions { IncludeFields = true }, new JsonSerializerOptions().UsePurposes() })
        {
            Assert.Contains("StorageSerializer", Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(bound, options)).Message);
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new BoundTests.Job("send", bound), options));
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Bound<string>>("\"address\"", options));
        }
    }

    /// <summary>It has to be computed with. What the function does besides, the build follows and the gate does not see.</summary>
    [Fact]
    public void Limit_FunctionOfMap_GetsTheValue()
    {
        var seen = "";
        Bound.From(Jane, one => one.Email).Map(value => (seen = value) is null);
        Assert.Equal("address", seen);
    }

    [Fact]
    public void TextsDebuggersAndLogs_ShowNamesAlone()
    {
        var bound = Bound.From(Jane, one => one.Email);
        Assert.Equal("Bound<String> of Member.Email", bound.ToString());
        Assert.Equal("Bound<String> of Member.Email", $"{bound}");

        _host.Log.CreateLogger("job").LogInformation("To {To}", bound);
        Assert.DoesNotContain(_host.Log.Entries, entry => entry.Text.Contains("address"));

        // What a logger that takes objects apart, a debugger, and a serialiser of fields that are not marked would find.
        var properties = typeof(Bound<string>).GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(one => one.GetValue(bound));
        Assert.Equal(["Member.Email"], properties);
        var fields = typeof(Bound<string>).GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
        Assert.All(fields.Where(one => one.FieldType == typeof(string) || one.FieldType == typeof(SubjectKey[])), field =>
        {
#pragma warning disable SYSLIB0050 // Serialisers of fields still look at it.
            Assert.True(field.IsNotSerialized);
#pragma warning restore SYSLIB0050
            Assert.Equal(System.Diagnostics.DebuggerBrowsableState.Never, field.GetCustomAttribute<System.Diagnostics.DebuggerBrowsableAttribute>()!.State);
        });
    }

    [Fact]
    public void DebuggerView_HasNothingOfTheValueOrThePerson_WhicheverMembersItEvaluates()
    {
        var bound = Bound.From(Jane, one => one.Email);
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

        // What stands in its place, and the "raw view" of the members themselves, public or not, but those that are hidden.
        var proxy = Type.GetType(typeof(Bound<string>).GetCustomAttribute<System.Diagnostics.DebuggerTypeProxyAttribute>()!.ProxyTypeName, throwOnError: true)!.MakeGenericType(typeof(string));
        var view = Activator.CreateInstance(proxy, bound)!;
        var shown = Evaluated(view).Concat(Evaluated(bound)).ToList();

        Assert.Contains("Bound<String> of Member.Email", shown);
        Assert.DoesNotContain(shown, one => one is "address" or "7" or SubjectKey or SubjectKey[]);
        // The nearest opposite: an ordinary object shows what it holds.
        Assert.Contains("address", Evaluated(new BoundTests.PlainValue { Value = "address" }));

        static IEnumerable<object?> Evaluated(object one) => one.GetType().GetMembers(all)
            .Where(member => member.GetCustomAttribute<System.Diagnostics.DebuggerBrowsableAttribute>() is not { State: System.Diagnostics.DebuggerBrowsableState.Never })
            .Where(member => member is PropertyInfo { CanRead: true } or FieldInfo)
            .Select(member => member is PropertyInfo property ? property.GetValue(one) : ((FieldInfo)member).GetValue(one));
    }

    [Fact]
    public void SerialisersThatReflect_RefuseItOrWriteItsSourceAlone()
    {
        var bound = Bound.From(Jane, one => one.Email);

        Assert.DoesNotContain("address", Newtonsoft.Json.JsonConvert.SerializeObject(bound));
        Assert.DoesNotContain("address", Newtonsoft.Json.JsonConvert.SerializeObject(new BoundTests.Job("send", bound), new Newtonsoft.Json.JsonSerializerSettings { ContractResolver = new EveryMember() }));
        Assert.Throws<System.Runtime.Serialization.InvalidDataContractException>(() => new System.Runtime.Serialization.DataContractSerializer(typeof(Bound<string>)).WriteObject(new MemoryStream(), bound));
        Assert.Throws<InvalidOperationException>(() => new System.Xml.Serialization.XmlSerializer(typeof(Bound<string>)));
        // The nearest opposite: the same settings write an object that is not bound.
        Assert.Contains("address", Newtonsoft.Json.JsonConvert.SerializeObject(new BoundTests.PlainValue { Value = "address" }, new Newtonsoft.Json.JsonSerializerSettings { ContractResolver = new EveryMember() }));
    }

    /// <summary>One that writes private fields too, as some do for their stores.</summary>
    private sealed class EveryMember : Newtonsoft.Json.Serialization.DefaultContractResolver
    {
#pragma warning disable SYSLIB0050 // Serialisers of fields still look at it.
        protected override List<MemberInfo> GetSerializableMembers(Type objectType) => [.. objectType.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(one => !one.IsNotSerialized)];
#pragma warning restore SYSLIB0050

        protected override Newtonsoft.Json.Serialization.JsonProperty CreateProperty(MemberInfo member, Newtonsoft.Json.MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.Readable = true;
            return property;
        }
    }
}
