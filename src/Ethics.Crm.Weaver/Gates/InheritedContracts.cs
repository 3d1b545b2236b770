using Ethics.Crm.Weaver.Labels;
using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>
/// A class may implement a labelled contract by what it inherits from one that knows nothing of it. The property of that one has no label, for its other objects hold what they like; so the class gets an
/// implementation of its own for those who read by the contract, and that is woven.
/// </summary>
internal static class InheritedContracts
{
    public static void Complete(TypeDefinition type, BuildPolicy policy)
    {
        foreach (var contract in type.Interfaces.Select(static one => one.InterfaceType).Where(static one => one is not GenericInstanceType).ToList())
        {
            foreach (var asked in TypeFacts.Resolve(contract)?.Properties.Where(one => IsLabelled(one, policy)).ToList() ?? [])
            {
                if (type.Properties.All(one => !PropertyDeclarations.Implements(one, asked) && one.Name != asked.Name))
                    Complete(type, contract, asked);
            }
        }
    }

    private static bool IsLabelled(PropertyDefinition asked, BuildPolicy policy) =>
        asked is { HasParameters: false, GetMethod: { IsStatic: false, IsAbstract: true } } && policy.Judge(LabelSources.Of(asked), null) is not null;

    private static void Complete(TypeDefinition type, TypeReference contract, PropertyDefinition asked)
    {
        var property = new PropertyDefinition(MemberNames.FullName(contract) + "." + asked.Name, PropertyAttributes.None, type.Module.ImportReference(asked.PropertyType, type));
        if (type.Methods.FirstOrDefault(one => one.Overrides.Any(overridden => overridden.Name == asked.GetMethod.Name && overridden.DeclaringType.FullName == contract.FullName)) is { } written)
        {
            // For a base of another assembly the compiler writes the method, without property.
            property.GetMethod = written;
        }
        else if (Inherited(type, asked) is { } inherited)
        {
            property.GetMethod = Make(type, contract, asked, inherited, property);
        }
        else
        {
            return;
        }

        type.Properties.Add(property);
    }

    /// <summary>Null where a base implements the contract itself: that is then woven.</summary>
    private static (PropertyDefinition Property, TypeReference Owner)? Inherited(TypeDefinition type, PropertyDefinition asked)
    {
        foreach (var (current, seen) in TypeArguments.WithBases(type).Skip(1))
        {
            if (current.Interfaces.Any(one => TypeFacts.Resolve(one.InterfaceType) == asked.DeclaringType))
                return null;
            if (current.Properties.FirstOrDefault(one => one.Name == asked.Name && one is { HasParameters: false, GetMethod: { IsPublic: true, IsStatic: false } }) is { } found)
                return TypeArguments.In(found.PropertyType, seen).FullName == asked.PropertyType.FullName ? (found, seen) : null;
        }

        return null;
    }

    private static MethodDefinition Make(TypeDefinition type, TypeReference contract, PropertyDefinition asked, (PropertyDefinition Property, TypeReference Owner) inherited, PropertyDefinition property)
    {
        var module = type.Module;
        var getter = new MethodDefinition(
            MemberNames.FullName(contract) + "." + asked.GetMethod.Name,
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot | MethodAttributes.SpecialName,
            property.PropertyType);
        getter.Overrides.Add(module.ImportReference(new MethodReference(asked.GetMethod.Name, asked.GetMethod.ReturnType, contract) { HasThis = true }, type));
        var il = getter.Body.GetILProcessor();
        il.Emit(OpCodes.Ldarg_0);
        // What overrides it beneath is what the contract would have come to.
        il.Emit(inherited.Property.GetMethod.IsVirtual && !inherited.Property.GetMethod.IsFinal ? OpCodes.Callvirt : OpCodes.Call, module.ImportReference(inherited.Property.GetMethod.On(inherited.Owner), type));
        il.Emit(OpCodes.Ret);
        type.Methods.Add(getter);
        return getter;
    }
}
