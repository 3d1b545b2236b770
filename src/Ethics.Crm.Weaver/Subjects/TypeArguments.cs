using Ethics.Crm.Weaver.Labels;
using Mono.Cecil;

namespace Ethics.Crm.Weaver.Subjects;

/// <summary>Generic types as code inside them sees them.</summary>
internal static class TypeArguments
{
    /// <summary>The type itself with its own parameters as arguments: what code in it names.</summary>
    public static TypeReference Self(TypeDefinition type)
    {
        if (!type.HasGenericParameters)
            return type;
        var self = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
            self.GenericArguments.Add(parameter);
        return self;
    }

    /// <summary>The type and its bases, each with the arguments that the type gives it.</summary>
    public static IEnumerable<(TypeDefinition Type, TypeReference Seen)> WithBases(TypeDefinition type)
    {
        var seen = Self(type);
        for (var current = type; current is not null && current.FullName != "System.Object";)
        {
            yield return (current, seen);
            if (current.BaseType is not { } above)
                yield break;
            seen = In(above, seen);
            current = TypeFacts.Resolve(above);
        }
    }

    /// <summary>A type that a member of <paramref name="owner"/> names, with the arguments of the owner in place of its parameters.</summary>
    public static TypeReference In(TypeReference type, TypeReference owner)
    {
        if (owner is not GenericInstanceType instance)
            return type;
        switch (type)
        {
            case GenericParameter { Type: GenericParameterType.Type } parameter when parameter.Position < instance.GenericArguments.Count:
                return instance.GenericArguments[parameter.Position];
            case GenericInstanceType generic:
                var made = new GenericInstanceType(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                    made.GenericArguments.Add(In(argument, owner));
                return made;
            case ArrayType { IsVector: true } array:
                return new ArrayType(In(array.ElementType, owner));
            default:
                return type;
        }
    }
}
