from .kit_build import BuildState, KitBuild

__all__ = ["BuildState", "KitBuild"]
