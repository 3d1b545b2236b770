using System.Reflection;
using Ethics.Crm.Binding;
using Ethics.Crm.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Parity.Tests.Purposes;

/// <summary>
/// One table, by exhaustion of the places that can say something: what the compiler says of a member (the decorator that was written from the rules' own table, called through a container), what the running program reads of the same
/// member (as it does for endpoints and hubs), and the order of the contract, for each class of each form.
/// </summary>
[Collection(OneHostAtATime.Name)]
public sealed class PurposeTableTests
{
    private const string Caller = "caller";

    public static TheoryData<string, string?> Forms()
    {
        var data = new TheoryData<string, string?>();
        foreach (var form in DeclaringForm.All)
        {
            foreach (var assembly in (string?[])[null, "support"])
                data.Add(form.Name, assembly);
        }

        return data;
    }

    [Theory, MemberData(nameof(Forms))]
    public void DecoratorReflectionAndContract_SayTheSameOfEachMember(string name, string? assembly)
    {
        var form = DeclaringForm.All.Single(one => one.Name == name);
        var program = new DeclaringProgram(form, assembly);
        var built = GeneratedModel.Of(program.Source, program.Policy);
        var services = program.Classes.Select(one => (one.Name, one.Says, Service: Closed(built, one.Name + "I"), Class: Closed(built, one.Name))).ToList();
        using var application = new Application(program.Policy, all =>
        {
            foreach (var one in services)
                all.AddSingleton(one.Service, one.Class);
        });
        var read = new HostPurposes(application.Host);

        var differing = new List<string>();
        var bound = 0;
        foreach (var (type, says, service, implementation) in services)
        {
            var expected = Expected(says) ?? assembly;
            var decorated = application.Services.GetRequiredService(service);
            var called = Call(decorated, service);
            var reflected = read.Of(Target(implementation, service), seen: null, caller: null) is { } found ? Text(found.Names) : null;
            bound += decorated is IPurposeBound ? 1 : 0;
            if (called != (expected ?? Caller) || reflected != expected)
                differing.Add($"{type} [{string.Join(",", says.Select(static word => word ?? "-"))}]: expected {expected ?? "nothing"}, decorator {called}, reflection {reflected ?? "nothing"}");
        }

        Assert.True(differing.Count == 0, $"{differing.Count} of {services.Count}:\n" + string.Join("\n", differing.Take(20)));
        Assert.Empty(PurposeScope.Current);
        // All of them where the assembly speaks; else all but those of which nobody says anything.
        Assert.Equal(services.Count(one => Expected(one.Says) is not null || assembly is not null), bound);
        Assert.True(services.Count > 100);
    }

    /// <summary>The contract, section 2, from inside out.</summary>
    private static string? Expected(string?[] says) =>
        says[DeclaringProgram.Member]
        ?? Together(says[DeclaringProgram.BaseMember], says[DeclaringProgram.ContractMember])
        ?? says[DeclaringProgram.OfType] ?? says[DeclaringProgram.Outer]
        ?? Together(says[DeclaringProgram.BaseType], says[DeclaringProgram.Contract])
        ?? says[DeclaringProgram.MemberEntry] ?? says[DeclaringProgram.TypeEntry] ?? says[DeclaringProgram.ContractEntry];

    private static string? Together(string? one, string? other) =>
        one is null ? other : other is null || other == one ? one : Text([one, other]);

    private static string Text(IEnumerable<string> names) => string.Join("+", names.Order(StringComparer.Ordinal));

    /// <summary>Within a scope of the caller, which must be there again afterwards.</summary>
    private static string Call(object decorated, Type service)
    {
        using (PurposeScope.Enter(Caller))
        {
            var method = service.GetMethod("M") ?? service.GetProperty("M")!.GetMethod!;
            var callable = method.IsGenericMethodDefinition ? method.MakeGenericMethod(typeof(string)) : method;
            var seen = (string)callable.Invoke(decorated, new object?[callable.GetParameters().Length].Select(static (_, at) => at == 0 ? (object?)"" : 0).ToArray())!;
            Assert.Equal([Caller], PurposeScope.Current);
            return Text(seen.Split('+'));
        }
    }

    private static MethodInfo Target(Type implementation, Type service)
    {
        var map = implementation.GetInterfaceMap(service);
        return Assert.Single(map.TargetMethods);
    }

    private static Type Closed(Assembly built, string name)
    {
        var type = built.GetTypes().Single(one => one.Name == name || one.Name == name + "`1");
        return type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(string)) : type;
    }
}
