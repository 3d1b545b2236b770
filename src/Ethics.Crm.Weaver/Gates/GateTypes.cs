using Mono.Cecil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>The gate of Ethics.Crm.Abstractions as the woven module names it: the same types and methods that generated code calls.</summary>
internal sealed class GateTypes
{
    private const string Runtime = "Ethics.Crm.Runtime.";
    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    private readonly ModuleDefinition _module;
    private readonly ModuleDefinition _gate;

    public GateTypes(ModuleDefinition module, ModuleDefinition gate)
    {
        _module = module;
        _gate = gate;
        GuardedMember = Type("GuardedMember");
        MemberLabel = Type("MemberLabel");
        MemberMask = Type("MemberMask");
        NoSubject = Type("NoSubject");
        Binder = Type("SubjectBinder`1");
        Slot = Type("SubjectSlot`1");
        Slots = Type("SubjectSlots`1");
        NewGuardedMember = Constructor("GuardedMember");
        NewGuardedMemberOfOrigin = Constructor("GuardedMember", "MemberOrigin");
        MemberOrigin = Type("MemberOrigin");
        NewMemberOrigin = Constructor("MemberOrigin");
        NewMemberLabel = Constructor("MemberLabel");
        BeginsTime = Method("ReadGate", "BeginsTime");
        EndsTime = Method("ReadGate", "EndsTime");
        Mask = Method("GuardedMember", "get_Mask");
        MayRedact = Method("GuardedMember", "get_MayRedact");
        Nobody = _module.ImportReference(Definition("SubjectKeys").Fields.Single(static one => one.Name == "None"));
        People = Nobody.FieldType;
        NewGenerated = _module.ImportReference(GeneratedConstructor());
    }

    public TypeReference GuardedMember { get; }

    public TypeReference MemberLabel { get; }

    public TypeReference MemberMask { get; }

    public TypeReference NoSubject { get; }

    public TypeReference Binder { get; }

    public TypeReference Slot { get; }

    public TypeReference Slots { get; }

    /// <summary>The list of people that a binder gives.</summary>
    public TypeReference People { get; }

    public MethodReference NewGuardedMember { get; }

    /// <summary>Of a member that says how old its value is, or where it comes from.</summary>
    public MethodReference NewGuardedMemberOfOrigin { get; }

    public TypeReference MemberOrigin { get; }

    public MethodReference NewMemberOrigin { get; }

    public MethodReference BeginsTime { get; }

    public MethodReference EndsTime { get; }

    public MethodReference NewMemberLabel { get; }

    public MethodReference Mask { get; }

    public MethodReference MayRedact { get; }

    /// <summary>Marks what nobody wrote.</summary>
    public MethodReference NewGenerated { get; }

    /// <summary>The list without people.</summary>
    public FieldReference Nobody { get; }

    public MethodReference Permits(TypeReference key) => Generic("ReadGate", "Permits", key);

    public MethodReference Decide(TypeReference key, TypeReference value) => Generic("ReadGate", "Decide", key, value);

    public MethodReference IgnoresWrite(TypeReference key, TypeReference value) => Generic("ReadGate", "IgnoresWrite", key, value);

    /// <summary>With when the value was obtained behind it.</summary>
    public MethodReference DecideByAge(TypeReference key, TypeReference value) => Made(Longest("ReadGate", "Decide"), key, value);

    /// <inheritdoc cref="DecideByAge"/>
    public MethodReference IgnoresWriteByAge(TypeReference key, TypeReference value) => Made(Longest("ReadGate", "IgnoresWrite"), key, value);

    /// <summary>A type of the namespace System, where the gate's own assembly has it.</summary>
    public TypeReference Core(string name) => new("System", name, _module, CoreScope());

    public MethodReference One(TypeReference id) => Generic("SubjectKeys", "One", id);

    public MethodReference OneIn(TypeReference id, TypeReference tenant) => Generic("SubjectKeys", "OneIn", id, tenant);

    public MethodReference All => Method("SubjectKeys", "All");

    /// <summary>Of a class that others may derive from; the class comes last.</summary>
    public MethodReference NewBinder(TypeReference key) => On(Definition("SubjectBinder`1").Methods.Where(static method => method is { IsConstructor: true, IsPublic: true }).OrderBy(static method => method.Parameters.Count).Last(), Instance(Binder, key));

    /// <summary>Of a type that nothing derives from.</summary>
    public MethodReference NewBinderOfSealed(TypeReference key) => On(PlainBinder, Instance(Binder, key));

    public MethodReference BinderFor(TypeReference key) => On(Definition("SubjectBinder`1").Methods.Single(static method => method.Name == "For"), Instance(Binder, key));

    /// <summary><c>object.GetType</c>.</summary>
    public MethodReference TypeOfObject => new("GetType", Core("Type"), _module.TypeSystem.Object) { HasThis = true };

    /// <summary>Tells the trimmer to keep what says whom objects of derived classes are about; null where the framework of the gate knows no such attribute.</summary>
    public CustomAttribute? KeepsMembers()
    {
        // Public and non-public properties, fields and constructors, non-public methods, interfaces: as generated code names them.
        const int Kept = 0x0200 | 0x0400 | 0x0020 | 0x0040 | 0x0003 | 0x0004 | 0x0010 | 0x2000;
        if (_gate.GetTypeReferences().FirstOrDefault(static type => type.FullName == "System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute") is not { } found)
            return null;
        var attribute = _module.ImportReference(found);
        var members = new TypeReference(attribute.Namespace, "DynamicallyAccessedMemberTypes", _module, attribute.Scope) { IsValueType = true };
        var constructor = new MethodReference(".ctor", _module.TypeSystem.Void, attribute) { HasThis = true };
        constructor.Parameters.Add(new(members));
        return new CustomAttribute(constructor) { ConstructorArguments = { new(members, Kept) } };
    }

    /// <summary><c>Type.GetTypeFromHandle</c>.</summary>
    public MethodReference TypeFromHandle()
    {
        var method = new MethodReference("GetTypeFromHandle", Core("Type"), Core("Type"));
        method.Parameters.Add(new(new TypeReference("System", "RuntimeTypeHandle", _module, CoreScope()) { IsValueType = true }));
        return method;
    }

    public MethodReference NewSlots(TypeReference key) => On(Definition("SubjectSlots`1").Methods.Single(static method => method is { IsConstructor: true, IsStatic: false }), Instance(Slots, key));

    public MethodReference SlotOf(TypeReference key) => On(Definition("SubjectSlots`1").Methods.Single(static method => method.Name == "Of"), Instance(Slots, key));

    /// <summary>The constructor of <c>Func&lt;TKey, IReadOnlyList&lt;SubjectKey&gt;&gt;</c>.</summary>
    public MethodReference NewFunction(TypeReference key)
    {
        var parameter = (GenericInstanceType)PlainBinder.Parameters[0].ParameterType;
        var function = Instance(_module.ImportReference(parameter.ElementType), key, People);
        var constructor = new MethodReference(".ctor", _module.TypeSystem.Void, function) { HasThis = true };
        constructor.Parameters.Add(new(_module.TypeSystem.Object));
        constructor.Parameters.Add(new(_module.TypeSystem.IntPtr));
        return constructor;
    }

    public static GenericInstanceType Instance(TypeReference type, params TypeReference[] arguments)
    {
        var instance = new GenericInstanceType(type);
        foreach (var argument in arguments)
            instance.GenericArguments.Add(argument);
        return instance;
    }

    /// <summary>A value tuple of these types, where the gate's own assembly has it.</summary>
    public GenericInstanceType Tuple(IReadOnlyList<TypeReference> parts)
    {
        var type = new TypeReference("System", "ValueTuple`" + parts.Count, _module, CoreScope()) { IsValueType = true };
        for (var i = 0; i < parts.Count; i++)
            type.GenericParameters.Add(new(type));
        return Instance(type, [.. parts]);
    }

    private MethodDefinition PlainBinder => Definition("SubjectBinder`1").Methods.Single(static method => method is { IsConstructor: true, IsPublic: true, Parameters.Count: 1 });

    private IMetadataScope CoreScope()
    {
        // The function of the binder lives there too, and importing it has brought the reference.
        var scope = ((GenericInstanceType)PlainBinder.Parameters[0].ParameterType).ElementType;
        return _module.ImportReference(scope).Scope;
    }

    private MethodReference On(MethodDefinition method, GenericInstanceType owner)
    {
        var imported = _module.ImportReference(method);
        var made = new MethodReference(imported.Name, imported.ReturnType, owner) { HasThis = imported.HasThis, ExplicitThis = imported.ExplicitThis, CallingConvention = imported.CallingConvention };
        foreach (var parameter in imported.Parameters)
            made.Parameters.Add(new(parameter.ParameterType));
        return made;
    }

    private GenericInstanceMethod Generic(string type, string name, params TypeReference[] arguments) => Made(Method(type, name), arguments);

    private static GenericInstanceMethod Made(MethodReference generic, params TypeReference[] arguments)
    {
        var method = new GenericInstanceMethod(generic);
        foreach (var argument in arguments)
            method.GenericArguments.Add(argument);
        return method;
    }

    private TypeDefinition Definition(string name) =>
        _gate.GetType(Runtime + name) ?? throw new WeavingException($"Ethics.Crm.Abstractions has no {name}; the weaver and the package are of different versions.");

    private TypeReference Type(string name) => _module.ImportReference(Definition(name));

    // Of several the plainest, unless more is to be handed over.
    private MethodReference Method(string type, string name) => _module.ImportReference(Methods(type, name).First());

    private MethodReference Longest(string type, string name) => _module.ImportReference(Methods(type, name).Last());

    private List<MethodDefinition> Methods(string type, string name)
    {
        var found = Definition(type).Methods.Where(method => method.Name == name && method.IsPublic).OrderBy(static method => method.Parameters.Count).ToList();
        return found.Count > 0 ? found : throw new WeavingException($"Ethics.Crm.Abstractions has no {type}.{name}; the weaver and the package are of different versions.");
    }

    /// <param name="parameter">The type of a parameter that it must have; null for the plainest.</param>
    private MethodReference Constructor(string type, string? parameter = null) =>
        _module.ImportReference(Definition(type).Methods
            .Where(method => method is { IsConstructor: true, IsStatic: false } && (parameter is null || method.Parameters.Any(one => one.ParameterType.Name == parameter)))
            .OrderBy(static method => method.Parameters.Count).First());

    private MethodReference GeneratedConstructor() =>
        _gate.Types.SelectMany(static type => type.Methods.Cast<ICustomAttributeProvider>().Append(type)).SelectMany(static member => member.CustomAttributes)
            .First(static attribute => attribute.AttributeType.FullName == CompilerGenerated).Constructor;
}
